/** Items that are for reading only, and are not spoken of. */
export const isForReading = (title: string): boolean =>
  /skriftlig\p{L}* orientering|til orientering uden|written information/iu.test(title);

/** A title that is nothing but the usual last item. */
export const isAnyOtherBusiness = (title: string): boolean =>
  /^(?:eventuelt|evt\.?|aob|any other business)\W*$/iu.test(title);

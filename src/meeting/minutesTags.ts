/** Tags of the content controls in minutes written as Word: a section of an item is read back by its own. */
export const sectionTag = (sectionId: string): string => `punkt:${sectionId}`;
/** Of parts that only repeat or frame what stands under the items (tasks, status): an import passes over them. */
export const partTag = (partId: string): string => `punkt-part:${partId}`;
export const isPartTag = (tag: string): boolean => tag.startsWith('punkt-part:');
/** Whether a content control is one of ours. */
export const isOurTag = (tag: string): boolean => /^punkt(?:-part)?:/u.test(tag);

/** What pdf.js calls and Node 20 does not have yet; unpdf fills the other gaps itself. Goes when Node 22 is the least. */
export function fillGaps(): void {
  const buffers: object = ArrayBuffer.prototype;
  if (!('transferToFixedLength' in buffers))
    Object.assign(buffers, {
      transferToFixedLength(this: ArrayBuffer, length?: number): ArrayBuffer {
        return this.slice(0, length ?? this.byteLength);
      },
    });
}

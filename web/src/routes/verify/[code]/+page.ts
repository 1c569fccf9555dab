/** A sheet to read and print, which works the same without scripts of ours. */
export const csr = false

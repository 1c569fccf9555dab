/** A document to read, print and keep: it needs no script. */
export const csr = false

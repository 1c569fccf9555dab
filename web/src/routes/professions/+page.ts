/** A text to read: it needs no script, and gets none. */
export const csr = false

/** A page to read: links, a form-free panel, no state. It needs none of our scripts, and is there sooner without. */
export const csr = false

/** How a person gets to a set and stays there. */
export const mobilities = ['driving-licence', 'own-vehicle', 'train-first', 'long-stays', 'abroad'] as const

export type Mobility = (typeof mobilities)[number]

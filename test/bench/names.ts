// Words for people and courses of a French university: accents, hyphens and particles cost what they cost in real files.

export const firstNames = [
  ...['Camille', 'Léa', 'Hugo', 'Zoé', 'Théo', 'Chloé', 'Inès', 'Noé', 'Maëlys', 'Raphaël', 'Élodie', 'Jérôme'],
  ...['François', 'Anaïs', 'Gaël', 'Aurélie', 'Mathéo', 'Lucie', 'Nathan', 'Manon', 'Louis', 'Fatou', 'Mehdi'],
  ...['Jean-Baptiste', 'Marie-Ève', 'Anne-Laure', 'Pierre-Yves', 'Sofía', 'Jürgen', 'Ngoc', 'Loïc', 'Océane'],
]

export const lastNames = [
  ...['Lefèvre', 'Marie', 'Dupont', 'Müller', 'García', 'Nguyễn', 'Le Goff', "D'Artagnan", 'de La Fontaine', 'Bénard'],
  ...['Hébert', 'Prévost', 'Châtelain', 'Lemaître', 'Guérin', 'Desprès', 'Roussel', 'Vasseur', 'Lecœur', 'Benoît'],
  ...['Martin', 'Durand-Léger', 'Moreau', 'Traoré', 'Diallo', 'El Amrani', 'Legrand', 'Côté', 'Jeanne', 'Anquetil'],
]

export const groups = ['TD1', 'TD2', 'TP3', 'Groupe A', 'Groupe B', 'À distance', 'Alternants', 'Soutien']

const branches = ['BIO', 'CHIMIE', 'DROIT', 'HIST', 'INFO', 'LEA', 'MATH', 'PSYCHO']
const years = ['L1', 'L2', 'L3', 'M1', 'M2']

/** Forty short names, such as `L1-BIO-2026`. */
export const courses = years.flatMap((year) => branches.map((branch) => `${year}-${branch}-2026`))

/** Letters of an e-mail for a name. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

// What French spelling allows where, so that É in the middle of a lower-case word betrays the wrong encoding.

/** A character and its neighbours, read in one of the encodings. */
export type Neighbourhood = {
  readonly before2: string
  readonly before: string
  readonly character: string
  readonly after: string
  readonly after2: string
}

const accented = 'àâæçéèêëîïôœùûüÿáíóúñãõåøäöìòßðþýšž'
const letters = new Set(`abcdefghijklmnopqrstuvwxyz${accented}ABCDEFGHIJKLMNOPQRSTUVWXYZ${accented.toUpperCase()}Ÿ`)
const vowels = new Set('aeiouyàâæéèêëîïôœùûüÿáíóúãõåøäöìò')
/** Letters that a French keyboard writes in lower case even with capitals locked: ANDRé, FRANçOIS. */
const keysWithoutCapitals = new Set('éèçàù')

/** Latin letters of the languages of western Europe, and Š Ž. */
export function isLetter(character: string): boolean {
  return letters.has(character)
}

/** Returns 0 for a letter where French puts it, 1 for a usual foreign letter, 3 and more for what nobody writes. */
export function letterCost(place: Neighbourhood): number {
  return caseCost(place) + spellingCost(place)
}

function caseCost({ before2, before, character, after }: Neighbourhood): number {
  if (isUpper(character)) {
    if (isLower(before)) return 4
    return isUpper(before) && isLower(after) ? 2 : isDigit(before) ? 1 : 0
  }
  if (isLower(before) && isUpper(after)) return 3
  const amongCapitals = isUpper(after) || (isUpper(before) && isUpper(before2))
  return amongCapitals ? (keysWithoutCapitals.has(character) ? 0.5 : 2) : 0
}

function spellingCost(place: Neighbourhood): number {
  const letter = place.character.toLowerCase()
  const [before, after, after2] = [place.before, place.after, place.after2].map((each) => each.toLowerCase())
  if (!isLetter(before!) && !isLetter(after!)) return standingAlone.includes(place.character) ? 0 : 2
  return (spellings[letter] ?? foreignVowel)(before!, after!, after2!)
}

/** The word à, and initials. */
const standingAlone = 'àÀÂÉÇÎÔŒÖØÜÁÓ'

type Spelling = (before: string, after: string, after2: string) => number

const foreignVowel: Spelling = (before, after) => (isVowel(before) && isVowel(after) ? 2 : 1)
const circumflex: Spelling = (_, after) => (isVowel(after) ? 2 : 0)
const diaeresis: Spelling = (before) => (isVowel(before) ? 0 : 1.5)
const nasal: Spelling = (_, after) => ('oen'.includes(after) ? 1.5 : 3)
const never: Spelling = () => 2.5
const slavic: Spelling = (before, after) => {
  const startsOrEnds = !isLetter(before) || !isLetter(after)
  return (isVowel(before) && isVowel(after)) || (startsOrEnds && (isVowel(before) || isVowel(after))) ? 1 : 3
}
/** è stands before a consonant and an e: Hélène, règle, Ève. */
const grave: Spelling = (before, after, after2) => {
  if (!isLetter(after)) return 3
  if (isVowel(after) || isVowel(after2) || !isLetter(after2)) return after2 === 'e' && !isVowel(after) ? 0 : 2
  return isLetter(before) ? 0.5 : 2
}
const cedilla: Spelling = (_, after) => ('aou'.includes(after) ? 0 : isVowel(after) ? 1 : 3)
const ligature: Spelling = (before, after) => {
  if (isVowel(before)) return 2.5
  return after === 'u' ? 0 : !isLetter(before) && after === 'l' ? 2 : 0.5
}
/** Few words start with these: être, île. */
const startingOnly =
  (next: string): Spelling =>
  (before, after, after2) =>
    isLetter(before) || after === next ? circumflex(before, after, after2) : 2.5

/** Letters that are not here are foreign vowels. */
const spellings: Readonly<Record<string, Spelling>> = {
  é: () => 0,
  è: grave,
  ê: startingOnly('t'),
  â: (before, after, after2) => (after === 'i' ? 0 : circumflex(before, after, after2)),
  î: startingOnly('l'),
  ô: circumflex,
  û: circumflex,
  ë: diaeresis,
  ï: diaeresis,
  ü: (before, after) => (isVowel(before) && isVowel(after) ? 1.5 : 0.5),
  ÿ: (before) => (isVowel(before) ? 1 : 3),
  à: (_, after) => (isLetter(after) ? 2 : 0),
  ù: (before, after) => (before === 'o' && !isLetter(after) ? 0 : 1.5),
  ç: cedilla,
  œ: ligature,
  æ: () => 1.5,
  å: () => 2,
  ñ: (before, after) => (isVowel(before) || isVowel(after) ? 1 : 3),
  ß: (before) => (isVowel(before) ? 1 : 3),
  ã: nasal,
  õ: nasal,
  ð: never,
  þ: never,
  ý: never,
  š: slavic,
  ž: slavic,
}

function isVowel(character: string): boolean {
  return vowels.has(character)
}

function isUpper(character: string): boolean {
  return isLetter(character) && character !== character.toLowerCase()
}

function isLower(character: string): boolean {
  return isLetter(character) && character === character.toLowerCase()
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

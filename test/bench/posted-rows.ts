// The file under test: 101 bytes a row; one row in ten is somebody's second course, one in twenty-nine (3.5 %) has a fault.
import { courses, firstNames, groups, lastNames, plain } from './names.ts'
import { seeded } from './random.ts'

export const header = 'username;firstname;lastname;email;course1;role1;group1;enrolperiod1'

export type Person = {
  readonly username: string
  readonly firstname: string
  readonly lastname: string
  readonly email: string
}

type Cells = [string, string, string, string, string, string, string, string, ...string[]]

/** One in two hundred rows each: four that a person must look at, two that are repaired, one that is dropped. */
const faults: readonly ((cells: Cells) => Cells)[] = [
  (cells) => cells.with(0, `9${cells[0]}`) as Cells,
  (cells) => cells.with(4, 'L4-MAGIE-2026') as Cells,
  (cells) => cells.with(6, '12') as Cells,
  (cells) => cells.with(7, '6 mois') as Cells,
  (cells) => cells.with(5, 'Étudiante') as Cells,
  (cells) => cells.with(2, ` ${cells[2]} `) as Cells,
]
const faultRate = 0.005

/** The person number `index`, always the same one. */
export function personAt(index: number): Person {
  const random = seeded(index)
  const firstname = oneOf(firstNames, random())
  const lastname = oneOf(lastNames, random())
  const email = `${plain(firstname)}.${plain(lastname)}${index}@etu.univ-exemple.example`
  return { username: String(21_000_000 + index), firstname, lastname, email }
}

/** Yields the lines of a file of that many rows, header first, without their line ends. */
export function* postedLines(rows: number): Generator<string> {
  const random = seeded(rows)
  yield header
  let people = 0
  let before = ''
  for (let row = 0; row < rows; row++) {
    const isSecond = people > 0 && random() < 0.1
    const index = isSecond ? Math.floor(random() * people) : people++
    const cells = cellsOf(index, isSecond, random)
    const luck = Math.floor(random() / faultRate)
    before = luck === faults.length && row > 0 ? before : (faults[luck]?.(cells) ?? cells).join(';')
    yield before
  }
}

/** A second course is never the first one: that would be another fault. */
function cellsOf(index: number, isSecond: boolean, random: () => number): Cells {
  const { username, firstname, lastname, email } = personAt(index)
  const course = courses[(index + (isSecond ? 1 + Math.floor(random() * 38) : 0)) % courses.length]!
  const role = random() < 0.03 ? 'teacher' : 'student'
  return [username, firstname, lastname, email, course, role, oneOf(groups, random()), oneOf(periods, random())]
}

const periods = ['', '', '180', '365']

const oneOf = (list: readonly string[], luck: number): string => list[Math.floor(luck * list.length)]!

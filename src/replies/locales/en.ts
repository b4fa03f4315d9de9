// English, same bones as the French: what was met, what to do, nobody's fault.
import { code, joined, line } from '../line.ts'
import type { Span } from '../message.ts'
import { enCommands } from './en-commands.ts'
import { enDigest } from './en-digest.ts'
import { enRequests } from './en-requests.ts'
import type { Locale } from './locale.ts'
import { plurals } from './plural.ts'

const { number, count, form } = plurals('en')
const rows = (n: number) => count(n, 'row', 'rows')
const which = (told: readonly Span[]) => (told.length === 0 ? [] : line` (${told})`)
const roles: Readonly<Record<string, readonly [string, string]>> = {
  student: ['a student', 'students'],
  teacher: ['a non-editing teacher', 'non-editing teachers'],
  editingteacher: ['a teacher', 'teachers'],
  manager: ['a manager', 'managers'],
}
const separators: Readonly<Record<string, string>> = {
  '\t': 'tab',
  ',': 'comma “,”',
  ';': 'semicolon “;”',
  ':': 'colon “:”',
}
const weekday = (date: Temporal.PlainDate) => date.toLocaleString('en-GB', { weekday: 'long' })
const verifiable = {
  accounts: 'accounts',
  courses: 'courses',
  roles: 'roles',
  groups: 'groups',
  enrolments: 'existing enrolments',
}

export const en: Locale = {
  language: 'en',
  number,
  and: ' and ',
  colon: ': ',
  semicolon: '; ',
  question: '?',
  quoted: (text) => `“${text}”`,
  rowList: (ranges, others, single) => {
    const last = others > 0 ? `${number(others)} others` : ranges.at(-1)
    const head = others > 0 ? ranges : ranges.slice(0, -1)
    return `${single ? 'row' : 'rows'} ${head.length > 0 ? `${head.join(', ')} and ` : ''}${last}`
  },
  rows,
  cells: (n) => count(n, 'cell', 'cells'),
  courses: (n) => count(n, 'course', 'courses'),
  days: (n) => count(n, 'day', 'days'),
  atHour: ({ hour, minute }) => `at ${hour}:${String(minute).padStart(2, '0')}`,
  day: (date) => date.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }),
  onDay: (date, isTomorrow) => (isTomorrow ? `tomorrow, ${weekday(date)},` : `on ${en.day(date)}`),
  size: (bytes) => `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`,
  separatorNamed: (delimiter) => `separator: ${separators[delimiter] ?? `“${delimiter}”`}`,

  isIt: (suggestion) => line`is it ${suggestion}?`,
  example: (where) => [`for example, ${where}`],
  ready: (n, site, remarks) =>
    remarks === 0
      ? line`✅ **All good: ${rows(n)} ready for ${site}.**`
      : line`✅ **${rows(n)} ready for ${site}, ${count(remarks, 'point', 'points')} to check.**`,
  wellFormed: (n, site) => line`✅ **The form of the file is good: ${rows(n)} for ${site}.**`,
  corrected: (n, site, verified) =>
    verified
      ? line`✅ **${rows(n)} ready for ${site}, after a few repairs that do not change the meaning.**`
      : line`✅ **The form of the file is good, after a few repairs that do not change the meaning: ${rows(n)} for ${site}.**`,
  partial: ({ rows: all, rejected, corrected, dropped }, site) => {
    const others =
      corrected === 1
        ? `${dropped > 0 ? 'Another one' : 'The other one'} is ready`
        : `${dropped > 0 ? '' : 'The other '}${number(corrected)}${dropped > 0 ? ' others' : ''} are ready`
    return line`⚠️ **${rows(rejected)} out of ${number(all)} ${form(rejected, 'needs', 'need')} a look.** ${others} for ${site}.`
  },
  blockedRows: (n) =>
    n === 1
      ? line`⛔ **The only row of the file needs a look before the upload.**`
      : line`⛔ **All ${rows(n)} need a look before the upload.**`,
  rowsLeft: (n) => line`⚠️ **${rows(n)} still ${form(n, 'needs', 'need')} a look before the upload.**`,
  blockedFile: (fault) =>
    fault.length === 0
      ? line`⛔ **This file cannot be uploaded yet.**`
      : line`⛔ **This file cannot be uploaded yet: ${fault}.**`,
  notExamined: line`The rows have not been examined yet. Correct the file, then drop it **in this thread**.`,
  templateHint: line`A template to fill in: ${code('/enrol-check template')}`,
  unreadable: (name, reason) =>
    line`⛔ **I cannot read** ${code(name)}**: ${unreadable[reason][0]}.** ${unreadable[reason][1]}`,
  toCheck: 'To check',
  goodToKnow: 'Good to know',
  repaired: 'Repaired',
  more: (n) => line`… and ${count(n, 'other kind of remark', 'other kinds of remarks')}: the “Show everything” button.`,
  notVerified: (missing) =>
    missing.length === 5
      ? line`ℹ️ I could not verify accounts, courses and groups: only the form of the file was checked.`
      : line`ℹ️ I could not verify ${joined(
          missing.map((name) => [verifiable[name]]),
          ', ',
          ' or ',
        )}.`,
  willEnrol: (people, courses, asRoles) =>
    line`${count(people, 'person', 'people')} will be enrolled in ${courses}${asRoles}.`,
  suspendedPeople: (n) => `${count(n, 'enrolment', 'enrolments')} will be suspended.`,
  asRole: (role, people) => {
    const known = roles[role]
    return known === undefined ? line`with the role ${code(role)}` : [`as ${form(people, ...known)}`]
  },
  asItIs: ['The file can be uploaded as it is.'],
  asItIsOnceVerified: ['If the accounts and the courses exist, the file can be uploaded as it is.'],
  thisFileLater: [' · to be uploaded once all accounts are old enough.'],
  thisFile: [' · this is the file to upload.'],
  stillToUpload: [' · the corrected file is still to be uploaded.'],
  handed: (n) => [`☑️ ${rows(n)} already uploaded.`],
  allHanded: (n, site) => line`✅ **Everything is uploaded to ${site} already: ${rows(n)}.**`,
  earlierRows: (good, handed) =>
    joined(
      [...(good === '' ? [] : [[`${good}: good before`]]), ...(handed === '' ? [] : [[`${handed}: already uploaded`]])],
      '; ',
    ),
  inParts: (n, size) => [`also in ${number(n)} parts of at most ${rows(size)}`],
  fileOf: (name, n) => line`${code(name)} (${rows(n)})`,
  howToCorrect: (file) => line`To correct: complete ${code(file)} and drop it **in this thread**.`,
  uploadType: 'update existing users only',
  team: (parts) => ['Team: ', ...parts],
  revision: (n, name) => line`File no. ${number(n)} of this request: ${code(name)}`,

  sameFile: ['This is the same file as the one before: nothing has changed.'],
  fixed: (n) => [count(n, 'problem solved', 'problems solved')],
  left: (n, told) => line`${number(n)} left${which(told)}`,
  still: (n, told) => line`${count(n, 'problem still needs', 'problems still need')} a look${which(told)}`,
  added: (n, told) => line`${count(n, 'new problem', 'new problems')}${which(told)}`,
  nowReady: (n) => [`the file is ready (${rows(n)})`],
  noLongerReadable: line`⛔ This new file could not be read; the reason is above.`,
  stillReady: (n) => [`✅ This new file is ready (${rows(n)}).`],
  nothingLeft: ['✅ Everything in this new file is uploaded already.'],

  working: (name, percent) => line`🔎 Checking ${code(name)}…${percent === null ? '' : ` ${number(percent)}%`}`,
  failed: (name, reference, when) =>
    line`😕 I did not manage to check ${code(name)}; the fault is mine. The team has been told (reference ${reference}); I will try again ${when}. The file is kept until then.`,
  failedForGood: (name, reference) =>
    line`😕 I did not manage to check ${code(name)} after several attempts; the fault is mine. The team has been told (reference ${reference}) and takes over.`,
  takeOver: (reference) =>
    line` 😕 This request goes no further without you; the fault is mine (reference ${reference} in the log).`,
  bug: (reference) =>
    line`😕 I did not manage to do that; the fault is mine. The team has been told (reference ${reference}).`,
  notATable: {
    image: (name) =>
      line`📷 ${code(name)} is a picture: I can only read the table itself. Drop the file (CSV, Excel or LibreOffice) **in this thread** and I will check it.`,
    pdf: (name) =>
      line`📄 ${code(name)} is a PDF: I can only read the table itself. Drop the file (CSV, Excel or LibreOffice) **in this thread** and I will check it.`,
    document: (name) =>
      line`📄 ${code(name)} is a text document. Copy its table into a spreadsheet, then drop that **in this thread** and I will check it.`,
    other: (name) =>
      line`📎 ${code(name)} is not a table that I can read. Drop a CSV, Excel or LibreOffice file **in this thread** and I will check it.`,
  },
  fileGone: (name) =>
    line`⛔ **I have no access to** ${code(name)}: it was deleted, or is not kept in this chat itself. Drop it again **in this thread**.`,
  tooLarge: (name, size, limit) =>
    line`⛔ ${code(name)} **${size === 0 ? 'is over' : `weighs ${en.size(size)}, over`} the limit of ${en.size(limit)}.** Split it into several files, each with the header row.`,
  notEnrolment: (name) => line`The table ${code(name)} does not look like a list of enrolments (no known column).`,

  ...enCommands,
  requests: enRequests,
  digest: enDigest,

  full: {
    toCorrect: 'To correct',
    toCheck: 'To check',
    goodToKnow: 'Good to know',
    repaired: 'Repaired',
    dropped: 'Rows left out',
    plan: 'What the upload will do',
    verified: 'Verified',
    names: verifiable,
    nothing: 'only the form of the file',
    removed: '(removed)',
    noPeriod: '–',
    columns: {
      row: 'row',
      username: 'username',
      course: 'course',
      role: 'role',
      group: 'group',
      start: 'start',
      period: 'period',
      status: 'status',
    },
    status: { active: 'active', suspended: 'suspended' },
    touchedAgain: (row) => `changed by row ${row}`,
  },
}

const unreadable = {
  empty: ['it is empty', 'Save the table in the spreadsheet, then drop it again.'],
  html: ['it is a saved web page, not a table', 'From LibreOffice or Excel: Save as, then CSV.'],
  pdf: ['it is a PDF, not a table', 'Drop the table itself, as CSV, Excel or LibreOffice.'],
  image: ['it is a picture, not a table', 'Drop the table itself, as CSV, Excel or LibreOffice.'],
  archive: ['it is a compressed archive', 'Open it and drop the table it contains.'],
  spreadsheet: ['this workbook is damaged', 'Open it in LibreOffice or Excel, then: Save as, CSV.'],
  encrypted: ['this workbook is protected by a password', 'Save a copy of it without the password.'],
  'too-big-inside': ['once opened, it is too big', 'Keep only the sheet of the enrolments and save it as CSV.'],
  binary: ['it is not a table', 'From LibreOffice or Excel: Save as, then CSV.'],
} as const

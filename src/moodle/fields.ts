// The columns of Moodle's "Upload users" and what this service does with each (policy "Header", rules 17–23).

/** Columns that every file must have. */
export const mandatoryColumns = ['username', 'firstname', 'lastname', 'email', 'course1', 'role1'] as const

/** Fields of a person, then fields of an enrolment, which Moodle numbers from any start and with gaps. */
export const personFields = ['username', 'firstname', 'lastname', 'email'] as const
export const enrolmentFields = ['course', 'role', 'group', 'enrolperiod', 'enrolstatus', 'enroltimestart'] as const
export type EnrolmentField = (typeof enrolmentFields)[number]

/** What becomes of a column: read, left out with a warning, refused where filled, left out without harm. */
export type ColumnKind = 'read' | 'acts' | 'forbidden' | 'ignored'

const acting = ['suspended', 'password', 'auth', 'mnethostid', 'id', 'interests']
const actingNumbered = ['cohort', 'category', 'type']
const forbidden = ['oldusername', 'deleted']
const forbiddenNumbered = ['sysrole', 'categoryrole']
const harmless = [
  ...['city', 'country', 'lang', 'theme', 'timezone', 'calendartype', 'department', 'institution', 'idnumber'],
  ...[
    'middlename',
    'alternatename',
    'firstnamephonetic',
    'lastnamephonetic',
    'mailformat',
    'maildigest',
    'maildisplay',
  ],
  ...['htmleditor', 'autosubscribe', 'emailstop', 'address', 'phone1', 'phone2', 'description', 'descriptionformat'],
  ...['url', 'icq', 'skype', 'aim', 'yahoo', 'msn', 'trackforums', 'screenreader', 'picture', 'imagealt'],
]

const kinds = new Map<string, ColumnKind>([
  ...personFields.map((name) => [name, 'read'] as const),
  ...acting.map((name) => [name, 'acts'] as const),
  ...forbidden.map((name) => [name, 'forbidden'] as const),
  ...harmless.map((name) => [name, 'ignored'] as const),
])
const numberedKinds = new Map<string, ColumnKind>([
  ...enrolmentFields.map((name) => [name, 'read'] as const),
  ...actingNumbered.map((name) => [name, 'acts'] as const),
  ...forbiddenNumbered.map((name) => [name, 'forbidden'] as const),
])

/**
 * A column name without its number, and the number; null when it has none, or one that is too long to be counted with.
 * `course01` has the digits `01`.
 */
export function splitNumber(name: string): { readonly field: string; readonly digits: string | null } {
  const match = /^(.*?\D)(\d{1,9})$/s.exec(name)
  return match === null || kinds.has(name)
    ? { field: name, digits: null }
    : { field: match[1] ?? '', digits: match[2] ?? null }
}

/** What becomes of a column of that exact name (lower case), or null when Moodle does not know it. */
export function columnKind(name: string): ColumnKind | null {
  if (name.startsWith('profile_field_')) return 'acts'
  const { field, digits } = splitNumber(name)
  return (digits === null ? kinds.get(name) : numberedKinds.get(field)) ?? null
}

/** Fields that want a number after them. */
export const isNumberedField = (field: string): boolean => numberedKinds.has(field)

/** Words people write for a column; keys are squeezed: no case, accent, blank, `_`, `-`, apostrophe or dot. */
export const columnAliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    username:
      'nomdutilisateur nomutilisateur utilisateur identifiant identifiants login identifiantunicaen identifiantnumerique user userid',
    firstname: 'prenom prenoms givenname forename',
    lastname: 'nom nomdefamille nomusuel surname familyname',
    email:
      'courriel mail courriels adressemail adressecourriel adressedecourriel adresseemail mel adressemel emailaddress',
    course:
      'cours nomducours nomcours espacedecours espacecours coursename courseshortname shortname nomabrege nomcourt nomcourtducours nomabregeducours',
    role: 'roles rolename',
    group: 'groupe groupes groups nomdugroupe groupname',
    enrolperiod: 'duree dureeinscription dureedinscription periode enrolmentperiod enrollmentperiod period duration',
    enrolstatus: 'statut statutinscription statutdinscription status etat enrolmentstatus enrollmentstatus',
    enroltimestart: 'debut datedebut datededebut debutinscription debutdinscription start startdate',
  }).flatMap(([field, words]) => words.split(' ').map((word) => [word, field])),
)

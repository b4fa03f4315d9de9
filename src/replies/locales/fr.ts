// French: no blame, no apology, no jargon outside the line for the support team. Blanks and apostrophes are set later.
import { code, joined, line } from '../line.ts'
import type { Span } from '../message.ts'
import { frCommands } from './fr-commands.ts'
import { frDigest } from './fr-digest.ts'
import { frRequests } from './fr-requests.ts'
import type { Locale } from './locale.ts'
import { plurals } from './plural.ts'

const { number, count, form } = plurals('fr')
const rows = (n: number) => count(n, 'ligne', 'lignes')
const which = (told: readonly Span[]) => (told.length === 0 ? [] : line` (${told})`)
const roles: Readonly<Record<string, readonly [string, string]>> = {
  student: ['étudiant', 'étudiants'],
  teacher: ['enseignant non éditeur', 'enseignants non éditeurs'],
  editingteacher: ['enseignant', 'enseignants'],
  manager: ['gestionnaire', 'gestionnaires'],
}
const separators: Readonly<Record<string, string>> = { '\t': 'tabulation', ':': 'deux-points « : »' }
const weekday = (date: Temporal.PlainDate) => date.toLocaleString('fr', { weekday: 'long' })
const verifiable = {
  accounts: 'les comptes',
  courses: 'les cours',
  roles: 'les rôles',
  groups: 'les groupes',
  enrolments: 'les inscriptions existantes',
}

export const fr: Locale = {
  language: 'fr',
  number,
  and: ' et ',
  colon: ' : ',
  semicolon: ' ; ',
  question: '\u202F?',
  quoted: (text) => `«\u202F${text}\u202F»`,
  rowList: (ranges, others, single) => {
    const last = others > 0 ? `${number(others)} autres` : ranges.at(-1)
    const head = others > 0 ? ranges : ranges.slice(0, -1)
    return `${single ? 'ligne' : 'lignes'} ${head.length > 0 ? `${head.join(', ')} et ` : ''}${last}`
  },
  rows,
  cells: (n) => count(n, 'cellule', 'cellules'),
  courses: (n) => count(n, 'cours', 'cours'),
  days: (n) => count(n, 'jour', 'jours'),
  atHour: ({ hour, minute }) => `à ${hour} h${minute === 0 ? '' : ` ${String(minute).padStart(2, '0')}`}`,
  day: (date) => date.toLocaleString('fr', { weekday: 'long', day: 'numeric', month: 'long' }),
  onDay: (date, isTomorrow) => (isTomorrow ? `demain, ${weekday(date)},` : `le ${fr.day(date)}`),
  size: (bytes) => `${new Intl.NumberFormat('fr', { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} Mo`,
  separatorNamed: (delimiter) => `séparateur ${separators[delimiter] ?? `« ${delimiter} »`}`,

  isIt: (suggestion) => line`est-ce ${suggestion} ?`,
  example: (where) => [`par exemple, ${where}`],
  ready: (n, site, remarks) =>
    remarks === 0
      ? line`✅ **Tout est bon : ${rows(n)} ${form(n, 'prête', 'prêtes')} pour ${site}.**`
      : line`✅ **${rows(n)} ${form(n, 'prête', 'prêtes')} pour ${site}, ${count(remarks, 'point', 'points')} à vérifier.**`,
  wellFormed: (n, site) => line`✅ **La forme du fichier est bonne : ${rows(n)} pour ${site}.**`,
  corrected: (n, site, verified) =>
    verified
      ? line`✅ **${rows(n)} ${form(n, 'prête', 'prêtes')} pour ${site}, après quelques réparations sans effet sur le sens.**`
      : line`✅ **La forme du fichier est bonne, après quelques réparations sans effet sur le sens : ${rows(n)} pour ${site}.**`,
  partial: ({ rows: all, rejected, corrected, dropped }, site) => {
    const others =
      corrected === 1
        ? `${dropped > 0 ? 'Une autre' : 'L’autre'} est prête`
        : `${dropped > 0 ? '' : 'Les '}${number(corrected)} autres sont prêtes`
    return line`⚠️ **${rows(rejected)} sur ${number(all)} à revoir.** ${others} pour ${site}.`
  },
  blockedRows: (n) =>
    n === 1
      ? line`⛔ **La seule ligne du fichier est à revoir avant l’import.**`
      : line`⛔ **Les ${rows(n)} sont toutes à revoir avant l’import.**`,
  rowsLeft: (n) => line`⚠️ **${rows(n)} ${form(n, 'reste', 'restent')} à revoir avant l’import.**`,
  blockedFile: (fault) =>
    fault.length === 0
      ? line`⛔ **Ce fichier ne peut pas encore être importé.**`
      : line`⛔ **Ce fichier ne peut pas encore être importé : ${fault}.**`,
  notExamined: [
    'Les lignes n’ont pas encore été examinées. Corrigez le fichier, puis déposez-le ',
    { bold: 'dans ce fil' },
    '.',
  ],
  templateHint: line`Un modèle à compléter : ${code('/enrol-check template')}`,
  unreadable: (name, reason) =>
    line`⛔ **Je ne peux pas lire** ${code(name)} **: ${unreadable[reason][0]}.** ${unreadable[reason][1]}`,
  toCheck: 'À vérifier',
  goodToKnow: 'À savoir',
  repaired: 'Réparé',
  more: (n) =>
    line`… et ${count(n, 'autre sorte de remarque', 'autres sortes de remarques')} : bouton « Tout afficher ».`,
  notVerified: (missing) =>
    missing.length === 5
      ? line`ℹ️ Je n’ai pas pu vérifier les comptes, les cours et les groupes : seule la forme du fichier est contrôlée.`
      : line`ℹ️ Je n’ai pas pu vérifier ${joined(
          missing.map((name) => [verifiable[name]]),
          ', ',
          ' ni ',
        )}.`,
  willEnrol: (people, courses, asRoles) =>
    line`${count(people, 'personne sera inscrite', 'personnes seront inscrites')} à ${courses}${asRoles}.`,
  suspendedPeople: (n) => `${count(n, 'inscription sera suspendue', 'inscriptions seront suspendues')}.`,
  asRole: (role, people) => {
    const known = roles[role]
    return known === undefined ? line`avec le rôle ${code(role)}` : [`comme ${form(people, ...known)}`]
  },
  asItIs: ['Le fichier peut être importé tel quel.'],
  asItIsOnceVerified: ['Si les comptes et les cours existent, le fichier peut être importé tel quel.'],
  thisFileLater: [' · à importer quand tous les comptes seront assez anciens.'],
  thisFile: [' · c’est ce fichier qu’il faut importer.'],
  stillToUpload: [' · le fichier corrigé reste à importer.'],
  handed: (n) => [`☑️ ${rows(n)} déjà ${form(n, 'importée', 'importées')}.`],
  allHanded: (n, site) => line`✅ **Tout est déjà importé dans ${site} : ${rows(n)}.**`,
  earlierRows: (good, handed) =>
    joined(
      [
        ...(good === '' ? [] : [[`${good} : déjà bonnes auparavant`]]),
        ...(handed === '' ? [] : [[`${handed} : déjà importées`]]),
      ],
      ' ; ',
    ),
  inParts: (n, size) => [`aussi en ${number(n)} parties de ${rows(size)} au plus`],
  fileOf: (name, n) => line`${code(name)} (${rows(n)})`,
  howToCorrect: (file) => line`Pour corriger : complétez ${code(file)} et déposez-le **dans ce fil**.`,
  uploadType: 'mettre à jour seulement les utilisateurs existants',
  team: (parts) => ['Équipe : ', ...parts],
  revision: (n, name) => line`Fichier n° ${number(n)} de cette demande : ${code(name)}`,

  sameFile: ['C’est le même fichier que le précédent : rien n’a changé.'],
  fixed: (n) => [count(n, 'problème réglé', 'problèmes réglés')],
  left: (n, told) => line`il en reste ${number(n)}${which(told)}`,
  still: (n, told) => line`${count(n, 'problème reste', 'problèmes restent')} à revoir${which(told)}`,
  added: (n, told) => line`${count(n, 'nouveau problème', 'nouveaux problèmes')}${which(told)}`,
  nowReady: (n) => [`le fichier est prêt (${rows(n)})`],
  noLongerReadable: line`⛔ Ce nouveau fichier n’a pas pu être lu ; la raison est au-dessus.`,
  stillReady: (n) => [`✅ Ce nouveau fichier est prêt (${rows(n)}).`],
  nothingLeft: ['✅ Tout ce que contient ce nouveau fichier est déjà importé.'],

  working: (name, percent) => line`🔎 Je vérifie ${code(name)}…${percent === null ? '' : ` ${number(percent)} %`}`,
  failed: (name, reference, when) =>
    line`😕 Je n’ai pas réussi à vérifier ${code(name)}, c’est de mon côté. L’équipe est prévenue (référence ${reference}) ; je réessaie ${when}. Le fichier est conservé jusque-là.`,
  failedForGood: (name, reference) =>
    line`😕 Je n’ai pas réussi à vérifier ${code(name)}, malgré plusieurs essais ; c’est de mon côté. L’équipe est prévenue (référence ${reference}) et prend le relais.`,
  takeOver: (reference) =>
    line` 😕 Cette demande ne va pas plus loin sans vous, c’est de mon côté (référence ${reference} dans le journal).`,
  bug: (reference) =>
    line`😕 Je n’ai pas réussi à faire cela, c’est de mon côté. L’équipe est prévenue (référence ${reference}).`,
  notATable: {
    image: (name) =>
      line`📷 ${code(name)} est une image : je ne peux lire que le tableau lui-même. Déposez le fichier (CSV, Excel ou LibreOffice) **dans ce fil** et je le vérifie.`,
    pdf: (name) =>
      line`📄 ${code(name)} est un PDF : je ne peux lire que le tableau lui-même. Déposez le fichier (CSV, Excel ou LibreOffice) **dans ce fil** et je le vérifie.`,
    document: (name) =>
      line`📄 ${code(name)} est un document de texte. Copiez son tableau dans une feuille de calcul, puis déposez-la **dans ce fil** et je la vérifie.`,
    other: (name) =>
      line`📎 ${code(name)} n’est pas un tableau que je sais lire. Déposez un fichier CSV, Excel ou LibreOffice **dans ce fil** et je le vérifie.`,
  },
  fileGone: (name) =>
    line`⛔ **Je n’ai pas accès à** ${code(name)} : il a été supprimé, ou n’est pas dans cette messagerie même. Déposez-le de nouveau **dans ce fil**.`,
  tooLarge: (name, size, limit) =>
    line`⛔ ${code(name)} **${size === 0 ? 'dépasse' : `pèse ${fr.size(size)}, au-dessus de`} la limite de ${fr.size(limit)}.** Partagez-le en plusieurs fichiers qui gardent chacun la ligne d’en-tête.`,
  notEnrolment: (name) =>
    line`Le tableau ${code(name)} ne ressemble pas à une liste d’inscriptions (aucune colonne connue).`,

  ...frCommands,
  requests: frRequests,
  digest: frDigest,

  full: {
    toCorrect: 'À corriger',
    toCheck: 'À vérifier',
    goodToKnow: 'À savoir',
    repaired: 'Réparé',
    dropped: 'Lignes retirées',
    plan: 'Ce que fera l’import',
    verified: 'Vérifié',
    names: verifiable,
    nothing: 'la forme du fichier seulement',
    removed: '(retiré)',
    noPeriod: '–',
    columns: {
      row: 'ligne',
      username: 'identifiant',
      course: 'cours',
      role: 'rôle',
      group: 'groupe',
      start: 'début',
      period: 'durée',
      status: 'état',
    },
    status: { active: 'actif', suspended: 'suspendu' },
    touchedAgain: (row) => `modifiée par la ligne ${row}`,
  },
}

const unreadable = {
  empty: ['il est vide', 'Enregistrez le tableau dans le tableur, puis déposez-le de nouveau.'],
  html: ['c’est une page web enregistrée, pas un tableau', 'Depuis LibreOffice ou Excel : Enregistrer sous, puis CSV.'],
  pdf: ['c’est un PDF, pas un tableau', 'Déposez le tableau lui-même, en CSV, Excel ou LibreOffice.'],
  image: ['c’est une image, pas un tableau', 'Déposez le tableau lui-même, en CSV, Excel ou LibreOffice.'],
  archive: ['c’est une archive compressée', 'Ouvrez-la et déposez le tableau qu’elle contient.'],
  spreadsheet: ['ce classeur est abîmé', 'Ouvrez-le dans LibreOffice ou Excel, puis : Enregistrer sous, CSV.'],
  encrypted: ['ce classeur est protégé par un mot de passe', 'Enregistrez-en une copie sans mot de passe.'],
  'too-big-inside': [
    'une fois ouvert, il est trop grand',
    'Gardez la seule feuille des inscriptions et enregistrez-la en CSV.',
  ],
  binary: ['ce n’est pas un tableau', 'Depuis LibreOffice ou Excel : Enregistrer sous, puis CSV.'],
} as const

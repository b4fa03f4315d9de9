// A tiny catalogue: enough kinds of wording to try every form of a reply, and safe from rewordings of the real one.
import type { Values } from '../../src/checking/report.ts'
import type { Wording } from '../../src/checking/rule.ts'
import type { Language } from '../../src/moodle/language.ts'

type Words = Pick<Wording, 'title' | 'todo' | 'repaired'>
const words: Readonly<Record<string, Readonly<Record<Language, Words>>>> = {
  'account-unknown': {
    fr: {
      title: 'Compte inconnu',
      todo: 'vérifiez l’identifiant, ou attendez si le compte vient d’être créé.',
    },
    en: {
      title: 'Unknown account',
      todo: 'check the username, or wait if the account has just been created.',
    },
  },
  'course-unknown': {
    fr: { title: 'Cours introuvable', todo: 'indiquez le nom court du cours.' },
    en: { title: 'Course not found', todo: 'give the short name of the course.' },
  },
  'role-unknown': {
    fr: { title: 'Rôle inconnu', todo: 'indiquez un rôle du site, par exemple `student`.' },
    en: { title: 'Unknown role', todo: 'give a role of the site, for example `student`.' },
  },
  'email-of-other': {
    fr: {
      title: 'Courriel d’une autre personne',
      todo: ({ owner }: Values) => `il est celui de \`${String(owner)}\`.`,
    },
    en: { title: 'E-mail of another person', todo: ({ owner }: Values) => `it belongs to \`${String(owner)}\`.` },
  },
  'email-differs': {
    fr: { title: 'Courriel différent de celui du compte', todo: 'vérifiez que c’est la bonne personne.' },
    en: { title: 'E-mail differs from the account', todo: 'check that this is the right person.' },
  },
  'group-new': {
    fr: { title: 'Groupe à créer', todo: 'il n’existe pas encore, l’import le créera.' },
    en: { title: 'Group to be created', todo: 'it does not exist yet, the upload will create it.' },
  },
  'role-alias': {
    fr: { title: 'Rôle traduit', todo: 'le rôle a été traduit.', repaired: 'rôles traduits' },
    en: { title: 'Role translated', todo: 'the role was translated.', repaired: 'roles translated' },
  },
  'cell-blanks': {
    fr: { title: 'Espaces en trop', todo: 'ils ont été retirés.', repaired: 'espaces en trop' },
    en: { title: 'Extra blanks', todo: 'they were removed.', repaired: 'extra blanks' },
  },
  'row-duplicate': {
    fr: { title: 'Ligne en double', todo: 'elle a été retirée.', repaired: 'lignes en double retirées' },
    en: { title: 'Repeated row', todo: 'it was removed.', repaired: 'repeated rows removed' },
  },
  'column-ignored': {
    fr: { title: 'Colonne sans effet', todo: 'laissée de côté.', repaired: 'colonnes sans effet laissées de côté' },
    en: { title: 'Column without effect', todo: 'left out.', repaired: 'columns without effect left out' },
  },
  'header-alias': {
    fr: { title: 'Nom de colonne traduit', todo: 'la colonne a été renommée.', repaired: 'en-têtes traduits' },
    en: { title: 'Column name translated', todo: 'the column was renamed.', repaired: 'headers translated' },
  },
  'encoding-converted': {
    fr: { title: 'Encodage converti', todo: '', repaired: 'accents convertis pour Moodle' },
    en: { title: 'Encoding converted', todo: '', repaired: 'accents converted for Moodle' },
  },
  'column-missing': {
    fr: { title: 'Colonne absente', todo: ({ column }: Values) => `ajoutez la colonne \`${String(column)}\`.` },
    en: { title: 'Column missing', todo: ({ column }: Values) => `add the column \`${String(column)}\`.` },
  },
}

/** Takes the place of src/replies/rule-wording.ts in unit tests. */
export const wordingOf = (code: string, language: Language): Wording =>
  words[code] ? { why: '', ...words[code][language] } : { title: code, why: '', todo: '' }

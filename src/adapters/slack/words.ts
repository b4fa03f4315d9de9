// The few words that only Slack needs; all others come from the application.
import type { Language } from '../../moodle/language.ts'
import { typesetText } from '../../replies/typeset.ts'

export type Words = {
  /** At the end of a message that is longer than Slack takes. */
  readonly cut: string
  readonly inDirect: string
  readonly notDone: string
  readonly notHere: string
  readonly notYours: string
  readonly form: {
    readonly title: string
    readonly submit: string
    readonly close: string
    readonly files: string
    readonly site: string
    readonly language: string
    readonly closedAlready: string
  }
  /** Before the person's name and the files. */
  readonly sent: string
}

const written: Readonly<Record<Language, Words>> = {
  fr: {
    cut: 'La suite est trop longue pour un message Slack.',
    inDirect: 'La réponse, avec son fichier, vous attend dans nos messages directs.',
    notDone: 'Slack ou le serveur n’a pas répondu à temps : rien n’a été fait. Réessayez dans une minute.',
    notHere:
      'Je ne suis pas dans ce canal : invitez-moi avec « /invite », ou envoyez-moi le fichier en message direct.',
    notYours: 'Je ne peux pas ouvrir ce lien : il faut que nous soyons, vous et moi, membres du canal où il mène.',
    form: {
      title: 'Vérifier des fichiers',
      submit: 'Vérifier',
      close: 'Annuler',
      files: 'Fichiers CSV ou tableurs (dix au plus)',
      site: 'Plateforme',
      language: 'Langue de la réponse',
      closedAlready: 'Le formulaire n’a pas pu s’ouvrir à temps. Tapez de nouveau la commande.',
    },
    sent: 'à vérifier, de la part de',
  },
  en: {
    cut: 'The rest is too long for a Slack message.',
    inDirect: 'The answer, with its file, is waiting in our direct messages.',
    notDone: 'Slack or the server did not answer in time: nothing was done. Try again in a minute.',
    notHere: 'I am not in this channel: invite me with “/invite”, or send me the file in a direct message.',
    notYours: 'I cannot open this link: you and I must both be members of the channel that it leads to.',
    form: {
      title: 'Check files',
      submit: 'Check',
      close: 'Cancel',
      files: 'CSV files or workbooks (ten at most)',
      site: 'Platform',
      language: 'Language of the answer',
      closedAlready: 'The form could not be opened in time. Type the command again.',
    },
    sent: 'to check, from',
  },
}

/** With the blanks of their language. */
export const words: Readonly<Record<Language, Words>> = { fr: typeset('fr'), en: typeset('en') }

function typeset(language: Language): Words {
  const text = JSON.stringify(written[language])
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' ? typesetText(value, language) : value,
  ) as Words
}

// The few sentences that only this chat needs; all others come from `replies`.
import type { Language } from '../../moodle/language.ts'

export type Words = {
  readonly cut: string
  /** The names of the files follow. */
  readonly leftOut: string
  readonly sentDirectly: string
  readonly inProgress: string
  readonly notJustNow: string
  readonly buttonOver: string
  readonly formOver: string
  readonly cannotSeePost: string
  readonly chooseAgain: string
  readonly writeInstead: (command: string) => string
  readonly language: FormWords
  readonly remind: FormWords
}

type FormWords = { readonly title: string; readonly field: string; readonly submit: string }

/** Titles have 24 characters at most, labels 24. */
export const words: Readonly<Record<Language, Words>> = {
  fr: {
    cut: 'La suite est trop longue pour ce message.',
    leftOut: 'Ce serveur n’accepte pas de fichier aussi gros : ',
    sentDirectly: 'La réponse est dans votre conversation avec moi.',
    inProgress: 'C’est en cours : la réponse arrive.',
    notJustNow: 'Ce n’est pas possible à cet instant. Réessayez dans une minute.',
    buttonOver: 'Ce bouton n’est plus valable. Écrivez `/enrol-check status` pour retrouver vos demandes.',
    formOver: 'Ce formulaire n’est plus valable. Refaites la commande.',
    cannotSeePost: 'Ce message n’existe pas, ou l’un de nous deux n’y a pas accès.',
    chooseAgain: 'Choisissez une des propositions.',
    writeInstead: (command) => `Le formulaire ne s’ouvre pas. Écrivez plutôt \`${command}\`.`,
    language: { title: 'Langue', field: 'Langue des réponses', submit: 'Choisir' },
    remind: { title: 'Rappel', field: 'Me le rappeler', submit: 'Choisir' },
  },
  en: {
    cut: 'The rest is too long for this message.',
    leftOut: 'This server does not take files as large as this: ',
    sentDirectly: 'The answer is in your conversation with me.',
    inProgress: 'This is under way: the answer is coming.',
    notJustNow: 'This is not possible right now. Try again in a minute.',
    buttonOver: 'This button is no longer valid. Write `/enrol-check status` to find your requests.',
    formOver: 'This form is no longer valid. Give the command again.',
    cannotSeePost: 'This message does not exist, or one of us has no access to it.',
    chooseAgain: 'Choose one of the options.',
    writeInstead: (command) => `The form does not open. Write \`${command}\` instead.`,
    language: { title: 'Language', field: 'Language of answers', submit: 'Choose' },
    remind: { title: 'Reminder', field: 'Remind me', submit: 'Choose' },
  },
}

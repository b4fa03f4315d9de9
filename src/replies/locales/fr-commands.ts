import { code, line } from '../line.ts'
import type { CommandWords } from './command-words.ts'
import { plurals } from './plural.ts'

const { count } = plurals('fr')

export const frCommands: CommandWords = {
  help: [
    line`**Déposez un fichier d’inscriptions (CSV, Excel ou LibreOffice) dans ce canal** : je réponds dans son fil avec ce qui est à revoir et un fichier corrigé.`,
    line`${code('/enrol-check check')} : revérifier le dernier fichier du fil ou du canal, ou celui du message dont le lien suit`,
    line`${code('/enrol-check status')} : où en est la demande de ce fil`,
    line`${code('/enrol-check pending')} : vos demandes en cours ; toutes, pour l’équipe`,
    line`${code('/enrol-check template')} : un modèle à compléter ; suivi d’un site, ce que ce site demande`,
    line`${code('/enrol-check rules')} : tout ce que je vérifie ; ${code('/enrol-check rules role-unknown')} : une règle en détail`,
    line`${code('/enrol-check site')} : le site des fichiers de ce canal ; suivi d’un nom, en changer`,
    line`${code('/enrol-check remind')} : vous le rappeler demain, ou le jour qui suit (${code('lundi')}, ${code('2026-12-01')}…)`,
    line`${code('/enrol-check withdraw')} : retirer la demande de ce fil`,
    line`${code('/enrol-check language')} : parler français (${code('fr')}) ou anglais (${code('en')})`,
    line`${code('/enrol-check help')} : ce message`,
  ],
  helpForTeam: [
    line`${code('/enrol-check done')} : marquer la demande de ce fil comme faite (équipe)`,
    line`${code('/enrol-check digest')} : le point du jour (équipe)`,
  ],
  unknown: (word, suggestion) =>
    suggestion === null
      ? line`Je ne connais pas ${code(word)}. La liste : ${code('/enrol-check help')}`
      : line`Je ne connais pas ${code(word)} : est-ce ${code(`/enrol-check ${suggestion}`)} ?`,
  fullReport: (name) => line`Le rapport complet sur ${code(name)}.`,
  checkingAgain: (name) => line`Je revérifie ${code(name)} : la réponse est mise à jour dans son fil.`,
  nothingToCheck: line`Aucun fichier n’a été déposé ici. Déposez-en un dans le canal et je le vérifie. Ce que je sais faire : ${code('/enrol-check help')}`,
  nothingAtLink: line`Ce lien ne mène à aucun fichier que j’ai reçu. Déposez le fichier dans le canal et je le vérifie.`,
  templateName: 'modele.csv',
  template: [
    line`📎 ${code('modele.csv')} : une ligne par personne, sous les six colonnes obligatoires.`,
    line`${code('course1')} est le nom court du cours, ${code('role1')} le rôle (${code('student')}, ${code('editingteacher')}…). La ligne d’exemple est à remplacer.`,
    line`Une fois complété, déposez-le dans le canal.`,
  ],
  rules: (n) =>
    line`**${count(n, 'règle', 'règles')}.** Le détail d’une règle : ${code('/enrol-check rules')} suivi de son nom.`,
  unknownRule: (word, suggestion) =>
    suggestion === null
      ? line`Aucune règle ne s’appelle ${code(word)}. La liste : ${code('/enrol-check rules')}`
      : line`Aucune règle ne s’appelle ${code(word)} : est-ce ${code(suggestion)} ?`,
  severity: { error: 'à corriger', warning: 'à vérifier', info: 'pour information' },
  fix: { safe: 'réparé automatiquement', unsafe: 'suggestion proposée', none: 'à corriger par vous' },
  siteNow: (name, others) => line`Les fichiers de ce canal sont pour **${name}**. Pour un autre site : ${others}`,
  siteChosen: (name) => line`C’est noté : les prochains fichiers de ce canal sont pour **${name}**.`,
  unknownSite: (word, suggestion, known) =>
    suggestion === null
      ? line`Je ne connais pas le site ${code(word)}. Ceux que je connais : ${known}`
      : line`Je ne connais pas le site ${code(word)} : est-ce ${code(`/enrol-check site ${suggestion}`)} ?`,
  spoken: line`Je vous réponds en français. Pour l’anglais : ${code('/enrol-check language en')}`,
  languageChosen: line`C’est noté : je vous réponds en français.`,
  unknownLanguage: (word) =>
    line`Je ne parle pas ${code(word)}, mais français (${code('/enrol-check language fr')}) et anglais (${code('/enrol-check language en')}).`,
  unknownDay: (word) =>
    line`Je ne reconnais pas le jour ${code(word)} : écrivez par exemple ${code('demain')}, ${code('lundi')} ou ${code('2026-12-01')}, un jour à venir.`,
  buttons: {
    all: 'Tout afficher',
    anyway: 'Le vérifier quand même',
    done: 'Fait',
    donePart: 'Partie faite',
    withdraw: 'Retirer',
    tomorrow: 'Rappel demain',
    accountsOld: 'Oui, tous',
    accountsNew: 'Certains datent d’aujourd’hui',
    accountsUnsure: 'Je ne sais pas',
    site: 'Site',
  },
}

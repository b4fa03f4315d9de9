import type { Rows } from '../../batches/digest.ts'
import { code, type Line, line } from '../line.ts'
import { plurals } from './plural.ts'
import type { RequestWords } from './request-words.ts'

const { number, count, form } = plurals('fr')
const rows = (n: number) => count(n, 'ligne', 'lignes')
const imported = (n: number) => count(n, 'ligne importée', 'lignes importées')
const of = (name: string) => (/^[aeiouyàâéèêîôû]/i.test(name) ? `d’${name}` : `de ${name}`)
const from = (moment: string) => (/^(hier|aujourd)/.test(moment) ? `d’${moment}` : `du ${moment}`)

export const frRequests: RequestWords = {
  today: 'aujourd’hui',
  yesterday: 'hier',
  requestOf: (day) => `la demande ${from(day)}`,

  onHold: ({ good, waiting }, site) => {
    if (good === 0) return line`⏳ **${rows(waiting)} en attente d’un compte assez ancien pour ${site}.**`
    const others = good === 1 ? 'L’autre est prête' : `Les ${number(good)} autres sont prêtes`
    return line`⏳ **${rows(waiting)} sur ${number(good + waiting)} en attente de leur compte.** ${others} pour ${site}.`
  },
  onHoldBlindly: (n, site) =>
    line`⏳ **${rows(n)} en attente pour ${site} : la forme est bonne, reste l’âge des comptes.**`,
  retry: (moment) => `Je revérifie ${moment}.`,
  handedBefore: (n) =>
    `${count(n, 'ligne de cette demande est déjà importée', 'lignes de cette demande sont déjà importées')}.`,
  age: (site, moment) => `ℹ️ Ce que je sais ${of(site)} date ${from(moment)}.`,
  accountsQuestion: (site) => line`**Tous les comptes ${site} existent-ils depuis hier au moins ?**`,
  accountsAnswer: {
    old: 'Comptes : tous assez anciens, d’après la réponse reçue.',
    new: 'Comptes : certains trop récents, d’après la réponse reçue.',
    unsure: 'Comptes : d’âge inconnu, d’après la réponse reçue.',
  },

  morning: {
    ready: (request, awaited, n) =>
      line`✅ Bonne nouvelle pour ${request} : les comptes attendus peuvent maintenant être inscrits (${rows(awaited)}). **Le fichier (${rows(n)}) est prêt.**`,
    readyBlindly: (request, n) =>
      line`✅ Bonne nouvelle pour ${request} : tout compte qui existait hier peut maintenant être inscrit. **Le fichier (${rows(n)}) est prêt.**`,
    readyPart: (request, settled, left) =>
      line`✅ Bonne nouvelle pour ${request} : les comptes attendus peuvent maintenant être inscrits (${rows(settled)}). Il reste ${rows(left)} à revoir.`,
    fewer: (request, settled, awaited) =>
      line`⏳ Du nouveau pour ${request} : ${number(settled)} des ${rows(awaited)} en attente ${form(settled, 'est prête', 'sont prêtes')}. ${form(awaited - settled, 'L’autre attend', 'Les autres attendent')} encore un compte assez ancien.`,
    same: (request, n) =>
      line`⏳ Rien de nouveau pour ${request} : ${rows(n)} ${form(n, 'attend', 'attendent')} encore un compte assez ancien.`,
    faulty: (request, n) =>
      line`⚠️ Du nouveau pour ${request} : ${rows(n)} à revoir. Le détail est plus haut dans ce fil.`,
    longAwaited: (n) =>
      ` : voilà ${count(n, 'matin', 'matins')} que ces comptes se font attendre, pouvez-vous y jeter un œil ?`,
  },

  reminder: {
    toCorrect: (name, day, corrections, which) =>
      corrections === null
        ? line`📝 Votre demande ${spaced(name)}du ${day} attend encore des corrections.`
        : line`📝 Votre demande ${spaced(name)}du ${day} attend encore ${count(corrections, 'correction', 'corrections')}${which.length === 0 ? [] : line` (${which})`}.`,
    toAnswer: (name, day, site) =>
      line`📝 Votre demande ${spaced(name)}du ${day} attend encore votre réponse : **tous les comptes ${site} existent-ils depuis hier au moins ?**`,
    last: 'C’est le dernier rappel.',
    openThread: 'Ouvrir le fil',
  },

  closing: {
    done: (n, site) => line`✅ **Demande terminée : ${imported(n)} dans ${site}.**`,
    withdrawn: (handed, site) =>
      handed === 0
        ? line`↩️ **Demande retirée** : rien n’a été importé.`
        : line`↩️ **Demande retirée** : ${imported(handed)} dans ${site} avant cela.`,
    expired: (days) =>
      line`⌛ **Demande close** : rien n’est venu depuis ${count(days, 'jour', 'jours')}. Pour la reprendre, déposez le fichier dans le canal.`,
    taken: (name) =>
      line`↩️ **Le fichier** ${code(name)} **a été retiré.** Déposez **dans ce fil** celui qui le remplace.`,
    by: (name) => line`par ${name}`,
    doneNews: (n, site) => line`✅ C’est fait : ${imported(n)} dans ${site}.`,
    handedNews: (n, site, rest) =>
      line`✅ ${imported(n)} dans ${site}.${restText(rest) === '' ? '' : ` Il reste ${restText(rest)}.`}`,
    withdrawnNews: line`↩️ Demande retirée. Pour la reprendre, déposez le fichier dans le canal.`,
    expiredNews: (days) => line`⌛ Demande close : rien n’est venu depuis ${count(days, 'jour', 'jours')}.`,
    overtakenNews: line`⚠️ La demande a changé entre-temps : **rien n’est marqué comme fait**. Regardez ce qui est prêt maintenant, puis marquez-le de nouveau.`,
  },

  refusals: {
    done: 'Seule l’équipe peut marquer une demande comme faite.',
    digest: 'Seule l’équipe peut demander le point du jour.',
    withdraw: 'Seule la personne qui a fait la demande, ou l’équipe, peut la retirer.',
    remind: 'Seule la personne qui a fait la demande peut en demander le rappel.',
    answer: 'Seule la personne qui a fait la demande, ou l’équipe, peut répondre sur les comptes.',
    move: 'Seule la personne qui a fait la demande, ou l’équipe, peut en changer le site.',
  },

  notes: {
    reminder: (moment) => `C’est noté : je vous le rappelle ${moment}.`,
    nothingToRemind: 'Rien à rappeler : aucune demande de ce fil n’attend quelque chose de vous.',
    done: (n) => `C’est noté : demande terminée (${rows(n)}).`,
    handed: (n) => `C’est noté : ${imported(n)}, le reste attend encore.`,
    nothingToHand: 'Aucune ligne n’est prête ici : il n’y a encore rien à marquer comme fait.',
    withdrawn: 'C’est noté : la demande est retirée.',
    accountsOld: 'C’est noté : les comptes existent depuis hier au moins, la demande n’a plus à attendre.',
    accountsLater: (moment) => `C’est noté : je revérifie ${moment}, quand les comptes auront un jour.`,
    closed: (state) => `Cette demande est déjà ${state}.`,
    moved: (site) => `C’est noté : la demande est maintenant pour ${site}, je la revérifie.`,
  },

  status: {
    since: (moment) => `depuis ${moment}`,
    next: {
      received: 'Ensuite : la vérification, en cours.',
      'needs-changes': 'Ensuite : les lignes à revoir, corrigées puis déposées dans le fil.',
      ready: 'Ensuite : l’équipe importe le fichier.',
      answer: 'Ensuite : dites si tous les comptes existent depuis hier, avec les boutons de ma réponse.',
    },
    nextRetry: (moment) => `Ensuite : je revérifie ${moment}.`,
    none: line`Aucune demande dans ce fil. Celles qui sont en cours : ${code('/enrol-check pending')}`,
    noneOfMine: line`Vous n’avez aucune demande en cours.`,
  },
}

const spaced = (name: Line): Line => (name.length === 0 ? [] : [...name, ' '])

function restText({ good, faulty, waiting }: Rows): string {
  const told = [
    good > 0 ? `${rows(good)} à importer` : '',
    faulty > 0 ? `${rows(faulty)} à revoir` : '',
    waiting > 0 ? `${rows(waiting)} en attente` : '',
  ]
  return told.filter((part) => part !== '').join(', ')
}

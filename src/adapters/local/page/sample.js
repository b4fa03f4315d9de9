// A list as it comes out of a spreadsheet on a busy day, with the faults the support team meets every week.
import { el, icon, icons } from './dom.js'

const rows = [
  ['Identifiant', 'Nom', 'Prénom', 'Courriel', 'Cours 1', 'Rôle 1', 'Groupe 1'],
  ['21900998', 'Durand', 'Zoé', 'zoe.durand@example.org', 'M1-BIO-2026', 'Étudiant', 'TD 1'],
  ['21901733 ', 'Nguyen', 'Anaïs', 'anais.nguyen@example.org', 'M1-BIO-2026', 'étudiant', 'TD 1'],
  ['P.MARTIN', 'Martin', 'Paul', 'paul.martin@example.org', 'M1-BIO-2026', 'Enseignant', ''],
  ['21902046', 'Ben Salem', 'Inès', 'ines.bensalem@example', 'M1-BIO-2026', 'student', 'TD 2'],
  ['21902046', 'Ben Salem', 'Inès', 'ines.bensalem@example', 'M1-BIO-2026', 'student', 'TD 2'],
  ['21903310', 'Lefort', 'Hélène', 'helene.lefort@example.org', 'M1 BIOLOGIE', 'stagiaire', 'TD 2'],
  ['', 'Petit', 'Léo', 'leo.petit@example.org', 'M1-BIO-2026', 'student', 'TD 2'],
]

/** Three of its cells as the bot will treat them, marked in the margin like homework. */
export function showSpecimen() {
  return el(
    'ul',
    { class: 'specimen', 'aria-hidden': 'true' },
    el('li', {}, icon(icons.right), el('del', {}, '21901733·'), el('ins', {}, '21901733')),
    el('li', {}, icon(icons.right), el('del', {}, 'Étudiant'), el('ins', {}, 'student')),
    el('li', { class: 'doubt' }, icon(icons.asked), el('span', {}, 'M1 BIOLOGIE')),
  )
}

/**
 * Semicolons and Windows-1252, as a French spreadsheet saves them.
 * @param {string} name
 */
export function sampleFile(name) {
  const text = rows.map((row) => `${row.join(';')}\r\n`).join('')
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  return new File([bytes], name, { type: 'text/csv' })
}

// The accounts of a site from a CSV export, as a snapshot has them.
import { type ExportRow, readExport } from './csv-export.ts'
import { flagOf, timeOf } from './exported-values.ts'

/** Names of Moodle's table; the words are what its report builder shows in English, and in French for people. */
const columns = {
  required: ['username', 'firstname', 'lastname', 'email'],
  optional: ['auth', 'confirmed', 'suspended', 'siteadmin', 'timecreated', 'deleted'],
  words: {
    nomdutilisateur: 'username',
    prenom: 'firstname',
    nom: 'lastname',
    nomdefamille: 'lastname',
    emailaddress: 'email',
    adressedecourriel: 'email',
  },
}

/** Accounts in the format of snapshots. Throws SnapshotFault. */
export function exportedAccounts(bytes: Uint8Array): readonly object[] {
  const accounts = readExport(bytes, columns, (row) => (isDeleted(row) ? null : accountOf(row)))
  return accounts.filter((account) => account !== null)
}

const isDeleted = (row: ExportRow): boolean => flagOf('deleted', row('deleted') ?? '')

function accountOf(row: ExportRow): object {
  const flag = (column: string) => {
    const cell = row(column)
    return cell === undefined ? undefined : flagOf(column, cell)
  }
  const username = row('username')
  return {
    username,
    firstname: row('firstname'),
    lastname: row('lastname'),
    email: row('email'),
    auth: row('auth'),
    confirmed: flag('confirmed'),
    suspended: flag('suspended'),
    siteadmin: flag('siteadmin'),
    guest: username === 'guest',
    timecreated: timeOf('timecreated', row('timecreated') ?? ''),
  }
}

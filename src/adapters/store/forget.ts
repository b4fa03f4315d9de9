// Names and usernames stand in more places than the files: all of them are told here, so that a new one is not missed.
import type { Kysely } from 'kysely'
import { forgottenName } from '../../ports/store.ts'
import { openStates } from './batches.ts'
import { fromInstant, toJson } from './columns.ts'
import type { Tables } from './schema.ts'

type Changed = { readonly numUpdatedRows: bigint }

/** Forgets what `Files.forget` says, all or nothing; how many rows. */
export function forget(db: Kysely<Tables>, now: Temporal.Instant, retention: Temporal.Duration): Promise<number> {
  const before = fromInstant(now.subtract(retention))
  return db.transaction().execute(async (trx) => {
    const changed = [
      await forgetFiles(trx, fromInstant(now)),
      await forgetReports(trx, before),
      ...(await forgetNames(trx, before)),
      await forgetDeadJobs(trx, before),
    ]
    return changed.reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0)
  })
}

/** What was handed over stays as long as its batch is open: it must not be handed over again. */
function forgetFiles(trx: Kysely<Tables>, now: string): Promise<Changed> {
  const query = trx.updateTable('files').set({ bytes: null, name: forgottenName }).where('bytes', 'is not', null)
  const open = trx.selectFrom('batches').select('id').where('state', 'in', openStates)
  const isOver = query.where((is) => is.or([is('kind', '!=', 'handed'), is('posting', 'not in', open)]))
  return isOver.where('expiresAt', '<=', now).executeTakeFirst()
}

function forgetReports(trx: Kysely<Tables>, before: string): Promise<Changed> {
  const gone = { report: toJson(null), name: forgottenName }
  const query = trx.updateTable('revisions').set(gone).where('name', '!=', forgottenName)
  return query.where('createdAt', '<', before).executeTakeFirst()
}

/** A batch that goes on keeps its name, by which the next file finds it. */
async function forgetNames(trx: Kysely<Tables>, before: string): Promise<readonly Changed[]> {
  const batches = trx.updateTable('batches').set({ name: forgottenName }).where('name', '!=', forgottenName)
  const postings = trx.updateTable('postings').set({ fileName: forgottenName })
  return [
    await batches.where('updatedAt', '<', before).executeTakeFirst(),
    await postings.where('fileName', '!=', forgottenName).where('receivedAt', '<', before).executeTakeFirst(),
  ]
}

/** Those that are done had their payload taken from them at once. */
function forgetDeadJobs(trx: Kysely<Tables>, before: string): Promise<Changed> {
  const query = trx
    .updateTable('jobs')
    .set({ payload: toJson(null), error: null })
    .where('state', '=', 'dead')
  return query.where('payload', '!=', toJson(null)).where('runAt', '<', before).executeTakeFirst()
}

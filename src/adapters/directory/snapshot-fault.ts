/** What a file should tell of a site and does not; the message names the place, and no person. */
export class SnapshotFault extends Error {
  override readonly name = 'SnapshotFault'
}

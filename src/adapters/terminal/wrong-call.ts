/** The command was called in a way that makes no sense: said on stderr, exit code 2. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall'
}

// Waiting for something to be noted, without asking again and again.

/** Settles once something of that kind is put into the list. */
export function next<T>(list: T[], isIt: (added: T) => boolean = () => true): Promise<unknown> {
  return new Promise((resolve) => {
    const { push } = list
    list.push = (...added) => {
      if (added.some(isIt)) resolve(undefined)
      return push.apply(list, added)
    }
  })
}

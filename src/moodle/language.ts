/** The languages the bot speaks; a third is a third locale in `replies` and a third wording in each rule. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

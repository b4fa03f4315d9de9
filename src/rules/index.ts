// The catalogue: every fault the checker knows, in the order in which it looks for them.
import type { Rule } from '../checking/rule.ts'
import { accountAdministrator } from './account-administrator.ts'
import { accountCreatedToday } from './account-created-today.ts'
import { accountGuest } from './account-guest.ts'
import { accountInactive } from './account-inactive.ts'
import { accountTwoNames } from './account-two-names.ts'
import { accountUnknown } from './account-unknown.ts'
import { accountWithoutAuth } from './account-without-auth.ts'
import { bomRepeated } from './bom-repeated.ts'
import { cellBackslash } from './cell-backslash.ts'
import { cellBlanks } from './cell-blanks.ts'
import { cellExcelText } from './cell-excel-text.ts'
import { cellFormula } from './cell-formula.ts'
import { cellHardBlank } from './cell-hard-blank.ts'
import { cellInvisible } from './cell-invisible.ts'
import { cellLineBreak } from './cell-line-break.ts'
import { cellNotComposed } from './cell-not-composed.ts'
import { cellsExtra } from './cells-extra.ts'
import { cellsExtraEmpty } from './cells-extra-empty.ts'
import { cellsMissing } from './cells-missing.ts'
import { cellsMissingOptional } from './cells-missing-optional.ts'
import { columnActing } from './column-acting.ts'
import { columnForbidden } from './column-forbidden.ts'
import { columnForbiddenEmpty } from './column-forbidden-empty.ts'
import { columnIgnored } from './column-ignored.ts'
import { columnMissing } from './column-missing.ts'
import { columnNumbersUnpaired } from './column-numbers-unpaired.ts'
import { columnRepeated } from './column-repeated.ts'
import { columnUnknown } from './column-unknown.ts'
import { columnUnnamed } from './column-unnamed.ts'
import { columnUnnamedFilled } from './column-unnamed-filled.ts'
import { columnWithoutCourse } from './column-without-course.ts'
import { columnsTooMany } from './columns-too-many.ts'
import { controlCharacters } from './control-characters.ts'
import { courseEmpty } from './course-empty.ts'
import { courseEnded } from './course-ended.ts'
import { courseFrontPage } from './course-front-page.ts'
import { courseHidden } from './course-hidden.ts'
import { courseLeftEmpty } from './course-left-empty.ts'
import { courseSpelling } from './course-spelling.ts'
import { courseUnknown } from './course-unknown.ts'
import { courseWithoutManualEnrolment } from './course-without-manual-enrolment.ts'
import { coursesInOneCell } from './courses-in-one-cell.ts'
import { emailDiffers } from './email-differs.ts'
import { emailEmpty } from './email-empty.ts'
import { emailMalformed } from './email-malformed.ts'
import { emailOfAnotherAccount } from './email-of-another-account.ts'
import { emailShared } from './email-shared.ts'
import { encodingAmbiguous } from './encoding-ambiguous.ts'
import { encodingConverted } from './encoding-converted.ts'
import { endMark } from './end-mark.ts'
import { enrolmentExists } from './enrolment-exists.ts'
import { enrolmentOtherRole } from './enrolment-other-role.ts'
import { enrolmentRepeated } from './enrolment-repeated.ts'
import { fewPeople } from './few-people.ts'
import { fileFromSpreadsheet } from './file-from-spreadsheet.ts'
import { fileTooLarge } from './file-too-large.ts'
import { fileUnreadable } from './file-unreadable.ts'
import { groupAmbiguous } from './group-ambiguous.ts'
import { groupAutomated } from './group-automated.ts'
import { groupNew } from './group-new.ts'
import { groupNumeric } from './group-numeric.ts'
import { groupSeparator } from './group-separator.ts'
import { groupSpelling } from './group-spelling.ts'
import { groupTooLong } from './group-too-long.ts'
import { headerAlias } from './header-alias.ts'
import { headerDuplicate } from './header-duplicate.ts'
import { headerMissing } from './header-missing.ts'
import { headerMisspelt } from './header-misspelt.ts'
import { headerSpelling } from './header-spelling.ts'
import { lineEndsUnusual } from './line-ends-unusual.ts'
import { linesQuotedWhole } from './lines-quoted-whole.ts'
import { mojibake } from './mojibake.ts'
import { nameAngleBracket } from './name-angle-bracket.ts'
import { nameDiffers } from './name-differs.ts'
import { nameDoubledBlanks } from './name-doubled-blanks.ts'
import { nameEmpty } from './name-empty.ts'
import { periodUnclear } from './period-unclear.ts'
import { periodWords } from './period-words.ts'
import { periodZero } from './period-zero.ts'
import { quoteFollowedByText } from './quote-followed-by-text.ts'
import { quoteUnclosed } from './quote-unclosed.ts'
import { quotesLoose } from './quotes-loose.ts'
import { roleAlias } from './role-alias.ts'
import { roleEmpty } from './role-empty.ts'
import { roleNotAssignable } from './role-not-assignable.ts'
import { roleNumericShortName } from './role-numeric-short-name.ts'
import { roleUnknown } from './role-unknown.ts'
import { rowBlank } from './row-blank.ts'
import { rowHeaderRepeated } from './row-header-repeated.ts'
import { rowLoneCell } from './row-lone-cell.ts'
import { rowRepeated } from './row-repeated.ts'
import { rowsMany } from './rows-many.ts'
import { rowsNone } from './rows-none.ts'
import { rowsTooMany } from './rows-too-many.ts'
import { separatorLine } from './separator-line.ts'
import { separatorMixed } from './separator-mixed.ts'
import { separatorUnusual } from './separator-unusual.ts'
import { sitePrerequisite } from './site-prerequisite.ts'
import { startDayFirst } from './start-day-first.ts'
import { startOverAlready } from './start-over-already.ts'
import { startPast } from './start-past.ts'
import { startUnclear } from './start-unclear.ts'
import { statusUnknown } from './status-unknown.ts'
import { statusWords } from './status-words.ts'
import { titleLines } from './title-lines.ts'
import { usernameCharacters } from './username-characters.ts'
import { usernameDecimal } from './username-decimal.ts'
import { usernameDigitGroups } from './username-digit-groups.ts'
import { usernameEmpty } from './username-empty.ts'
import { usernameIsEmail } from './username-is-email.ts'
import { usernameScientific } from './username-scientific.ts'
import { usernameUppercase } from './username-uppercase.ts'

/** Order matters within a scope: what comes first is repaired first, and the first error of a cell is the one told. */
export const rules: readonly Rule[] = [
  fileUnreadable,
  fileTooLarge,
  rowsTooMany,
  headerMissing,
  columnsTooMany,
  quoteUnclosed,
  quoteFollowedByText,
  rowsNone,
  encodingAmbiguous,
  fileFromSpreadsheet,
  encodingConverted,
  bomRepeated,
  endMark,
  lineEndsUnusual,
  separatorLine,
  separatorUnusual,
  titleLines,
  linesQuotedWhole,
  quotesLoose,
  columnNumbersUnpaired,
  headerMisspelt,
  columnMissing,
  columnWithoutCourse,
  headerDuplicate,
  columnRepeated,
  headerSpelling,
  headerAlias,
  columnUnnamed,
  columnUnnamedFilled,
  columnUnknown,
  columnActing,
  columnForbiddenEmpty,
  columnIgnored,
  rowBlank,
  rowHeaderRepeated,
  separatorMixed,
  rowLoneCell,
  cellsExtraEmpty,
  cellsMissingOptional,
  cellsExtra,
  cellsMissing,
  mojibake,
  controlCharacters,
  cellLineBreak,
  cellInvisible,
  cellHardBlank,
  cellBlanks,
  cellNotComposed,
  nameDoubledBlanks,
  cellExcelText,
  cellBackslash,
  cellFormula,
  columnForbidden,
  usernameEmpty,
  usernameScientific,
  usernameUppercase,
  usernameDigitGroups,
  usernameDecimal,
  nameEmpty,
  nameAngleBracket,
  emailEmpty,
  emailMalformed,
  courseSpelling,
  courseFrontPage,
  coursesInOneCell,
  courseUnknown,
  courseWithoutManualEnrolment,
  courseHidden,
  courseEnded,
  roleAlias,
  roleNumericShortName,
  roleNotAssignable,
  roleUnknown,
  groupNumeric,
  groupTooLong,
  groupSeparator,
  groupAutomated,
  periodWords,
  periodZero,
  periodUnclear,
  statusWords,
  statusUnknown,
  startDayFirst,
  startUnclear,
  startPast,
  usernameCharacters,
  usernameIsEmail,
  accountUnknown,
  accountCreatedToday,
  accountAdministrator,
  accountGuest,
  accountWithoutAuth,
  accountInactive,
  emailOfAnotherAccount,
  emailDiffers,
  nameDiffers,
  courseEmpty,
  courseLeftEmpty,
  roleEmpty,
  groupAmbiguous,
  enrolmentExists,
  enrolmentOtherRole,
  startOverAlready,
  groupSpelling,
  rowRepeated,
  enrolmentRepeated,
  accountTwoNames,
  emailShared,
  groupNew,
  fewPeople,
  rowsMany,
  sitePrerequisite,
]

const byCode = new Map(rules.map((rule) => [rule.code, rule]))

export const ruleNamed = (code: string): Rule | undefined => byCode.get(code)

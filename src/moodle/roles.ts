// Roles of every Moodle and the words people write for them, in French and English (policy, roleN).

/** Short names that exist on a new Moodle and can be given in a course. */
export const standardRoles = ['student', 'teacher', 'editingteacher', 'manager'] as const

/** Words for a role; keys are folded (no case, accent, blank, dash). The names Moodle itself shows come first. */
export const commonRoleAliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    student:
      'etudiant etudiante etudiants etudiantes students eleve eleves apprenant apprenante apprenants apprenantes',
    editingteacher:
      'enseignant enseignante enseignants enseignantes professeur professeure professeurs prof editingteachers enseignantediteur',
    teacher:
      'enseignantnonediteur enseignantenonediteur noneditingteacher teachers tuteur tutrice tuteurs tutrices tutor tutors',
    manager: 'gestionnaire gestionnaires managers',
  }).flatMap(([role, words]) => words.split(' ').map((word) => [word, role])),
)

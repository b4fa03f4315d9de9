-- What is known of the site, as tables: the start of the process, not its job.
create temp table site as select * from read_json('$snapshot', maximum_object_size = 2000000000);
create table accounts as
select *, lower(email) as email_key from (select unnest(accounts, recursive := true) from site);
create table courses as select unnest(courses, recursive := true) from site;
create table roles as select unnest(roles, recursive := true) from site;
create table groups_known as select shortname as course, unnest(groups).name as name from courses;
create table role_words as select * from (values
  ('etudiant', 'student'), ('etudiante', 'student'), ('eleve', 'student'), ('enseignant', 'editingteacher'),
  ('enseignante', 'editingteacher'), ('tuteur', 'teacher'), ('tutrice', 'teacher'), ('gestionnaire', 'manager')
) as words (word, role);
drop table site;

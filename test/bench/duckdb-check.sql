-- The same job in SQL: read, repair, find problems, write the corrected file and the problems; no plan, no sentences.
create temp table posted as
select row_number() over () + 1 as row, *
from read_csv('$file', delim = ';', header = true, all_varchar = true, store_rejects = true);

-- Looking first is a third cheaper than repairing every cell.
create macro tidy(cell) as case
  when regexp_matches(cell, '^[\s\x{A0}\x{202F}]|[\s\x{A0}\x{202F}]$')
    then trim(cell, ' ' || chr(9) || chr(160) || chr(8239))
  else coalesce(cell, '')
end;
create macro tidy_name(cell) as case
  when contains(cell, '  ') then regexp_replace(tidy(cell), '  +', ' ', 'g')
  else tidy(cell)
end;

create temp table repaired as
select
  row,
  lower(tidy(username)) as username,
  tidy_name(firstname) as firstname,
  tidy_name(lastname) as lastname,
  tidy(email) as email,
  tidy(course1) as course1,
  coalesce(words.role, tidy(role1)) as role1,
  tidy(group1) as group1,
  tidy(enrolperiod1) as enrolperiod1
from posted
left join role_words as words on words.word = strip_accents(lower(tidy(role1)));

-- Few rows are worth comparing with the others: found by grouping, which is cheaper than windows over all of them.
create temp table enrolled_twice as
select username, course1, min(row) as first_row from repaired group by username, course1 having count(*) > 1;

create temp table repeated as
select row from (
  select row, row_number() over (
    partition by username, firstname, lastname, email, course1, role1, group1, enrolperiod1 order by row
  ) as nth
  from repaired join enrolled_twice using (username, course1)
) where nth > 1;

create temp table email_shared as
select lower(email) as email from repaired group by lower(email) having min(username) <> max(username);

create temp table examined as
select
  it.*,
  shared.email is not null as email_shared,
  coalesce(it.row > twice.first_row, false) as enrolled_twice,
  concat_ws(' ',
    case when it.username in ('', '0') then 'username-empty' end,
    case when not regexp_full_match(it.username, '[-.@_a-z0-9]*') then 'username-characters' end,
    case when regexp_full_match(it.username, '[0-9],[0-9]+e\+[0-9]+|[0-9]+\.0') then 'username-number' end,
    case when account.username is null then 'account-unknown' end,
    case when account.auth = 'nologin' then 'account-inactive' end,
    case when it.course1 in ('', '0') then 'course-empty' end,
    case when course.shortname is null then 'course-unknown' end,
    case when len(course.enrol_methods) = 0 then 'course-not-manual' end,
    case when role.shortname is null then 'role-unknown' end,
    case when try_cast(it.group1 as double) is not null then 'group-number' end,
    case when length(it.group1) > 254 then 'group-too-long' end,
    case when not regexp_full_match(it.enrolperiod1, '[0-9]*') or try_cast(it.enrolperiod1 as integer) > 3650
      then 'period-unclear' end,
    case when owner.username is not null and owner.username <> it.username then 'email-of-another-account' end,
    case when account.username is not null and account.email_key <> lower(it.email) and len(list_intersect(
      string_split(lower(strip_accents(it.firstname || ' ' || it.lastname)), ' '),
      string_split(lower(strip_accents(account.firstname || ' ' || account.lastname)), ' '))) = 0 then 'name-differs' end,
    case when regexp_matches(concat_ws(
      e'\t', it.username, it.firstname, it.lastname, it.email, it.course1, it.role1, it.group1, it.enrolperiod1),
      '(^|\t)[=+@''-]|[\x{0}-\x{8}\x{A}-\x{1F}\x{7F}-\x{9F}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}\x{FEFF}]|[\\"]')
      then 'cell-suspect' end
  ) as errors,
  concat_ws(' ',
    case when it.firstname = '' or it.lastname = '' then 'name-empty' end,
    case when it.email = '' then 'email-empty' end,
    case when not regexp_full_match(it.email, '[\w.+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]+') then 'email-malformed' end,
    case when account.email_key <> lower(it.email) then 'email-differs' end,
    case when regexp_matches(it.firstname || it.lastname, '[<>]') then 'name-angle-bracket' end,
    case when regexp_matches(it.group1, '[;,]') then 'group-separator' end,
    case when it.enrolperiod1 = '0' then 'period-zero' end,
    case when it.group1 <> '' and known_group.name is null then 'group-new' end
  ) as warnings
from repaired as it
left join accounts as account on account.username = it.username
left join accounts as owner
  on owner.email_key = case when account.email_key is distinct from lower(it.email) then lower(it.email) end
left join courses as course on course.shortname = it.course1
left join roles as role on role.shortname = it.role1
left join groups_known as known_group on known_group.course = it.course1 and known_group.name = it.group1
left join email_shared as shared on shared.email = lower(it.email)
left join enrolled_twice as twice on twice.username = it.username and twice.course1 = it.course1
anti join repeated on repeated.row = it.row;

copy (
  select username, firstname, lastname, email, course1, role1, group1, enrolperiod1
  from examined where errors = '' order by row
) to '$out/corrected.csv' (header, delimiter ';');

copy (
  select posted.*, errors, warnings, email_shared, enrolled_twice
  from examined join posted using (row)
  where errors <> '' or warnings <> '' or email_shared or enrolled_twice order by row
) to '$out/problems.csv' (header, delimiter ';');

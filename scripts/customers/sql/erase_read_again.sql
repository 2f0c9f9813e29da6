-- The files that the rows came from are read again, without them.
create or replace temp table erased_files as
select distinct source_file
from {{ table | name }}
where {{ is_theirs }};

update int_input_files
set file_version = ''
where source_file in (select source_file from erased_files);

update {{ table | name }}
set file_version = ''
where source_file in (select source_file from erased_files);

delete from {{ table | name }}
where {{ is_theirs }};

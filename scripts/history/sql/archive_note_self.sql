-- Notes the archive itself: from now on its days are not kept any more.
insert into archives
select $archive_number, cast($archived_until as date), count(*), $folder
from archiving

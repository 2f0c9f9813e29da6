-- Notes which files, as they were, the rows of an archive came from.
insert into archived_files
select base_events.source_file, base_events.file_version, count(*)
from base_events
inner join archiving
    on
        base_events.source_file = archiving.source_file
        and base_events.source_row = archiving.source_row
group by base_events.source_file, base_events.file_version

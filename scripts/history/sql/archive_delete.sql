-- Deletes the rows of an archive.
delete from base_events
where (source_file, source_row) in (select source_file, source_row from archiving)

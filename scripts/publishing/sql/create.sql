-- An empty database that older DuckDB can read; everything in it is written at once.
set preserve_insertion_order = true;
attach {{ target | literal }} as published (storage_version {{ storage_version | literal }});
begin;

-- The columns of a table; no rows when there is no such table.
select column_name
from information_schema.columns
where table_name = $table

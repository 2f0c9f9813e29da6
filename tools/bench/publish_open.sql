-- The warehouse whose customers are multiplied.
set TimeZone = 'UTC';
set preserve_insertion_order = false;
attach {{ source | literal }} as source (read_only);

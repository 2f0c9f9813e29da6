select count(*) as row_count
from {{ ref('int_as_of_date') }}
having count(*) <> 1

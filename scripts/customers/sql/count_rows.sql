select count(*)
from {{ source }}
where {{ is_theirs }}

delete from {{ schema | name }}.{{ table | name }}
where {{ is_theirs }}

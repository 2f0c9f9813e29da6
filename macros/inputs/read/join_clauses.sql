{#-
  The joins of a table's rows, as SQL behind `from (…) as source_row`: each file as one struct
  named as the join, null where it has no row of that key.
-#}
{% macro join_clauses(table) %}
    {% set clauses = [] %}
    {% for name, file in joined_files(table).items() %}
        {% set conditions = [] %}
        {% for own, other in file.on.items() %}
            {% do conditions.append(
                'cast(source_row.' ~ quoted_name(own) ~ ' as varchar) = cast(joined_' ~ name
                ~ '.' ~ name ~ '.' ~ quoted_name(other) ~ ' as varchar)'
            ) %}
        {% endfor %}
        {% do clauses.append(
            'left join (select ' ~ name ~ ' from (select * from ' ~ file.relation ~ ') as ' ~ name
            ~ ') as joined_' ~ name ~ ' on ' ~ conditions | join(' and ')
        ) %}
    {% endfor %}
    {{ return(clauses | join('\n        ')) }}
{% endmacro %}

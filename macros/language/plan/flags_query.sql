{#-
  A query with one row per customer of int_customers and one boolean column per
  condition, with all the CTEs that it needs inside.

  flags: {column: compiled condition}. context: the one they were compiled with.
-#}
{% macro flags_query(flags, context) %}
    {% set leaves = leaf_ctes(context) if context.leaves else [] %}
    {% set ctes = [
        {'name': 'int_as_of_date', 'sql': 'select * from ' ~ ref('int_as_of_date')},
        {'name': 'all_customers', 'sql': 'select * from ' ~ ref('int_customers')},
        {'name': 'int_customers', 'sql': path_columns('all_customers', context.paths.customer)},
    ] %}
    {% if leaves %}
        {% do ctes.append({
            'name': 'all_event_days', 'sql': 'select * from ' ~ ref('int_customer_event_days')
        }) %}
        {% do ctes.append({'name': 'raw_events', 'sql': 'select * from ' ~ ref('stg_events')}) %}
    {% endif %}
    {% set joins = ['\ncross join int_as_of_date'] %}
    {% for mart in context.marts | sort %}
        {% do ctes.append({'name': mart, 'sql': 'select * from ' ~ ref(mart)}) %}
        {% do joins.append('\n' ~ customer_join(mart)) %}
    {% endfor %}
    {% if leaves %}{% do joins.append('\n' ~ customer_join('leaves')) %}{% endif %}
    {% set queries, columns = [], ['int_customers.tenant_id', 'int_customers.customer_id'] %}
    {% for cte in ctes + leaves %}
        {% set word = as_materialized() if cte.is_read_often else 'as' %}
        {% do queries.append(cte.name ~ ' ' ~ word ~ ' (\n\n    ' ~ cte.sql ~ '\n\n)') %}
    {% endfor %}
    {% for name, condition in flags.items() %}
        {% do columns.append(condition ~ ' as ' ~ name) %}
    {% endfor %}
    {{ return(
        'with ' ~ (queries | join(',\n\n')) ~ '\n\nselect\n    '
        ~ (columns | join(',\n    ')) ~ '\nfrom int_customers' ~ (joins | join)
    ) }}
{% endmacro %}

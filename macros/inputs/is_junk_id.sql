{#-
  A condition: whether an id is one of those that stand for no id (seeds/junk_ids.csv). The
  model must depend on the seed.
-#}
{% macro is_junk_id(id) -%}
    {% set junk_ids = [] -%}
    {% set seed = load_relation(stored_table('junk_ids')) if execute -%}
    {% for row in (run_query('select junk_id from ' ~ seed) if seed else []) -%}
        {% do junk_ids.append(row[0] if row[0] is not none else 'null') -%}
    {% endfor -%}
    lower({{ id }}) in ({{ sql_list(junk_ids or [''])[1:-1] }})
{%- endmacro %}

{#- What is said of it. -#}
{% macro junk_id_problem(id) -%}
    '{{ id }} ' || {{ id }} || ' is no id'
{%- endmacro %}

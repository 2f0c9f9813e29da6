{#-
  The table of who asked to be forgotten: a salted hash of each customer and anonymous id, and
  when. scripts/run.py erase writes it; a row of a file that is about one of them is rejected,
  and nothing of it is kept.
-#}
{% macro erased_customers() %}
    {{ return(stored_table('erased_customers')) }}
{% endmacro %}

{#- Whether anybody was erased from this warehouse. -#}
{% macro has_erased_customers() %}
    {# the commands that look at inputs have no model #}
    {% if not execute or model is defined and model.resource_type == 'unit_test'
        or not load_relation(erased_customers()) %}
        {{ return(false) }}
    {% endif %}
    {{ return(run_query('select count(*) from ' ~ erased_customers()).columns[0].values()[0] > 0) }}
{% endmacro %}

{#- What is said of a row of such a customer. -#}
{% macro erased_problem() %}
    {{ return('the customer was erased') }}
{% endmacro %}

{#-
  A condition: whether a row is about a customer, or an anonymous id, that was erased.

  table_name: events, customers or subscriptions.
-#}
{% macro is_erased(table_name) %}
    {%- set salt = "getvariable('segmentation_salt') || coalesce(nullif(tenant_id, ''), 'default')" -%}
    {%- set erased = '(select customer_hash from ' ~ erased_customers() ~ ')' -%}
    coalesce(sha256({{ salt }} || '/' || customer_id) in {{ erased }}, false)
    {%- if table_name == 'events' %}
    or coalesce(sha256({{ salt }} || '/anonymous/' || anonymous_id) in {{ erased }}, false)
    {%- endif %}
{% endmacro %}

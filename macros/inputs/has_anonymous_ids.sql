{#- Whether the input says who did something before it was known who that is: anonymous_id. -#}
{% macro has_anonymous_ids() %}
    {# a unit test has no sources #}
    {% set events = input_tables().get('events', {}) if execute and graph.sources is defined else {} %}
    {{ return('anonymous_id' in (events.get('columns') or {})) }}
{% endmacro %}

{#-
  An expression: whose event it is. Who is not known counts under the anonymous_id, until a
  row has both ids.

  events: alias with customer_id and anonymous_id. identities: alias of stg_identities, joined
  to events without customer_id.
-#}
{% macro identified_customer(events, identities) -%}
    coalesce(
        {{ events }}.customer_id, {{ identities }}.customer_id, {{ events }}.anonymous_id
    )
{%- endmacro %}

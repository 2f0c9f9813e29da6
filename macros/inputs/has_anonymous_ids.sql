{#- Whether the input says who did something before it was known who that is: anonymous_id. -#}
{% macro has_anonymous_ids() %}
    {# a unit test has no sources #}
    {% for name, feed in (input_feeds() if execute and graph.sources is defined else {}).items() %}
        {% if table_of_feed(name) == 'events' and 'anonymous_id' in (feed.get('columns') or {}) %}
            {{ return(true) }}
        {% endif %}
    {% endfor %}
    {{ return(false) }}
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

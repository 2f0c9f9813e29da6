{#-
  A query for the segments that ask for a property that no customer has ever had, one row
  per segment and property. No row is what one wants: a typo holds for nobody, silently.

  customers: a relation with the column properties.
-#}
{% macro unseen_properties_query(customers) %}
    {% set build = segment_build() %}
    {% set context = build.context %}
    {% do context.update({'inline_paths': true}) %}
    {% set queries = [] %}
    {% for definition in build.definitions
        if definition.name not in build.wrong and not definition.meta.dimension %}
        {% for name in _property_paths(definition.meta.criteria, context) | unique %}
            {% do queries.append(
                'select ' ~ sql_text(definition.name) ~ ' as segment_id, ' ~ sql_text(name)
                ~ ' as property from (select count(*) as customer_count from ' ~ customers
                ~ ' as int_customers where '
                ~ path_attribute(name, 'customer', context).is_set
                ~ ') as found where customer_count = 0'
            ) %}
        {% endfor %}
    {% endfor %}
    {% if not queries %}
        {% do queries.append('select null as segment_id, null as property where false') %}
    {% endif %}
    {{ return(queries | join('\nunion all\n')) }}
{% endmacro %}

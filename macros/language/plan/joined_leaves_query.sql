{#- A query that joins the groups of leaves to every customer of int_customers. -#}
{% macro joined_leaves_query(groups) %}
    {% set columns = ['int_customers.tenant_id', 'int_customers.customer_id'] %}
    {% set joins = [] %}
    {% for group in groups %}
        {% for name, leaf in group.leaves.items() %}
            {% set column = group.name ~ '.' ~ name %}
            {% do columns.append(
                column if leaf.measure in ['min', 'max']
                else 'coalesce(' ~ column ~ ', 0) as ' ~ name
            ) %}
        {% endfor %}
        {% do joins.append('\n    ' ~ customer_join(group.name)) %}
    {% endfor %}
    {{ return(
        'select\n        ' ~ (columns | join(',\n        ')) ~ '\n    from int_customers'
        ~ (joins | join)
    ) }}
{% endmacro %}

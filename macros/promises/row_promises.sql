{#-
  What a model promises of each row: a list of {promise: words that name the columns,
  broken: an expression that is true for a row that breaks it}. Arguments: see the test
  promise.
-#}
{% macro row_promises(never_null, values, holds) %}
    {% set promises = [] %}
    {% for column in never_null %}
        {% do promises.append({
            'promise': column ~ ': never null', 'broken': column ~ ' is null'
        }) %}
    {% endfor %}
    {% for column, known in values.items() %}
        {% set literals = [] %}
        {% for value in known %}{% do literals.append(sql_literal(value)) %}{% endfor %}
        {% do promises.append({
            'promise': column ~ ': one of ' ~ (known | join(', ')),
            'broken': column ~ ' not in (' ~ (literals | join(', ')) ~ ')',
        }) %}
    {% endfor %}
    {% for expression in holds %}
        {% do promises.append({
            'promise': expression | trim, 'broken': 'not (' ~ (expression | trim) ~ ')'
        }) %}
    {% endfor %}
    {{ return(promises) }}
{% endmacro %}

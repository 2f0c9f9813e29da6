{#- What is wrong with predictions, as a list of [path, found, expected]. -#}
{% macro _wrong_predictions(predictions) %}
    {% if predictions is not mapping %}
        {{ return([['accuracy', predictions, 'a mapping of predictions']]) }}
    {% endif %}
    {% set wrong, keys = [], ['called', 'came_true', 'days'] %}
    {% set segments = segment_build().definitions | map(attribute='name') | list %}
    {% for name, prediction in predictions.items() %}
        {% set path = 'accuracy.' ~ name %}
        {% if prediction is not mapping or prediction.keys() | sort | list != keys %}
            {% do wrong.append([path, prediction, 'exactly ' ~ (keys | join(', '))]) %}
        {% else %}
            {% set days, outcome = prediction.days, prediction.came_true %}
            {% if days is not integer or days is boolean or days < 1 %}
                {% do wrong.append([path ~ '.days', days, 'a whole number from 1']) %}
            {% endif %}
            {% if prediction.called not in segments %}
                {% do wrong.append([path ~ '.called', prediction.called, segments]) %}
            {% endif %}
            {% set kinds = outcome.keys() | list if outcome is mapping else [] %}
            {% if kinds == ['entered'] %}
                {% if outcome.entered not in segments or outcome.entered == prediction.called %}
                    {% do wrong.append(
                        [path ~ '.came_true.entered', outcome.entered,
                            segments | reject('equalto', prediction.called) | list]
                    ) %}
                {% endif %}
            {% elif kinds not in [['active'], ['bought']]
                or outcome[kinds[0]] is not boolean %}
                {% do wrong.append([path ~ '.came_true', outcome,
                    'one of entered: a segment, active: true or false, bought: true or false'
                ]) %}
            {% endif %}
        {% endif %}
    {% endfor %}
    {{ return(wrong) }}
{% endmacro %}

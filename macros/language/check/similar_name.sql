{#-
  The candidate that is most like a name, or none: the one with the largest share of
  pairs of neighbouring letters in common, when that is nearly half.
-#}
{% macro similar_name(name, candidates) %}
    {% set best = namespace(name=none, score=0.45) %}
    {% set wanted = _letter_pairs(name | string) %}
    {% for candidate in candidates %}
        {% set pairs = _letter_pairs(candidate | string) %}
        {% set common = namespace(count=0) %}
        {% for pair, number in wanted.items() if pair in pairs %}
            {% set common.count = common.count + [number, pairs[pair]] | min %}
        {% endfor %}
        {% set score = 2 * common.count / (wanted.values() | sum + pairs.values() | sum) %}
        {% if score > best.score %}
            {% set best.name = candidate %}
            {% set best.score = score %}
        {% endif %}
    {% endfor %}
    {{ return(best.name) }}
{% endmacro %}

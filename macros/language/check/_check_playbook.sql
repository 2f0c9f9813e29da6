{#- Checks the playbook of a segment: all of its parts are there, and nothing else. -#}
{% macro _check_playbook(playbook, context) %}
    {% set parts = {
        'messaging': 'tone, focus and urgency', 'channels': 'a list of names, at least one',
        'cadence': 'a text', 'content': 'a list of {type: …, priority: …}, at least one',
    } %}
    {% do _check_playbook_keys('playbook', playbook, parts, context) %}
    {% set messaging = playbook.get('messaging', {}) %}
    {% if 'messaging' in playbook %}
        {% do _check_playbook_keys('playbook.messaging', messaging, {
            'tone': 'a text', 'focus': 'a text', 'urgency': 'low, medium or high',
        }, context) %}
    {% endif %}
    {% set wrong = [] %}
    {% if messaging is mapping %}
        {% for key in ['tone', 'focus'] if key in messaging and not _is_text(messaging[key]) %}
            {% do wrong.append(['messaging.' ~ key, messaging[key], 'a text']) %}
        {% endfor %}
        {% set urgency = messaging.get('urgency', 'low') %}
        {% if urgency not in ['low', 'medium', 'high'] %}
            {% do wrong.append(['messaging.urgency', urgency, ['low', 'medium', 'high']]) %}
        {% endif %}
    {% endif %}
    {% if not _is_text(playbook.get('cadence', '-')) %}
        {% do wrong.append(['cadence', playbook.cadence, parts.cadence]) %}
    {% endif %}
    {% set channels = playbook.get('channels', ['-']) %}
    {% set texts = channels if _is_list(channels) else [] %}
    {% if not texts or texts | select('string') | reject('equalto', '') | list
        | unique | list | length != texts | length %}
        {% do wrong.append(['channels', channels, parts.channels]) %}
    {% endif %}
    {% for part in wrong %}
        {% do _problem(
            context, 'playbook.' ~ part[0], 'a value of the wrong type', found=part[1],
            expected=part[2]
        ) %}
    {% endfor %}
    {% do _check_playbook_content(playbook.get('content', none), parts.content, context) %}
{% endmacro %}

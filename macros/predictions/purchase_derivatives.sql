{#-
  The derivatives of the log likelihood of one history under BG/NBD, as SQL, by the parameters
  r, alpha, a and b themselves. The likelihood is exp(base) * (exp(alive) + exp(gone)):

  base   ln Γ(r + x) - ln Γ(r) + r ln alpha + ln B(a, b + x) - ln B(a, b)
  alive  -(r + x) ln(alpha + T)
  gone   ln a - ln(b + x - 1) - (r + x) ln(alpha + tx), of those who came again (x > 0)

  (Fader, Hardie and Lee 2005, "Counting Your Customers" the Easy Way, equation 6.) Since x is a
  whole number, differences of ln Γ are sums of logarithms; their derivatives are the columns
  r_inverses, r_squares, b_inverses … of purchase_steps().

  Returns {first: {p: [base, alive, gone]}, second: {(p, q): [base, alive, gone]}}; what is not
  there is 0.
-#}
{% macro purchase_derivatives() %}
    {{ return({
        'first': {
            'r': ['r_inverses + ln(alpha)', '-ln(alpha + age)', '-ln(alpha + recency)'],
            'alpha': ['r / alpha', '-(r + x) / (alpha + age)', '-(r + x) / (alpha + recency)'],
            'a': ['-ab_inverses', '0', '1 / a'],
            'b': ['b_inverses - ab_inverses', '0', '-1 / (b + x - 1)'],
        },
        'second': {
            ('r', 'r'): ['-r_squares', '0', '0'],
            ('r', 'alpha'): ['1 / alpha', '-1 / (alpha + age)', '-1 / (alpha + recency)'],
            ('alpha', 'alpha'): [
                '-r / alpha ^ 2', '(r + x) / (alpha + age) ^ 2', '(r + x) / (alpha + recency) ^ 2',
            ],
            ('a', 'a'): ['ab_squares', '0', '-1 / a ^ 2'],
            ('a', 'b'): ['ab_squares', '0', '0'],
            ('b', 'b'): ['ab_squares - b_squares', '0', '1 / (b + x - 1) ^ 2'],
        },
    }) }}
{% endmacro %}

{#- The first derivative of a history's log likelihood by a parameter. -#}
{% macro purchase_slope(p) %}
    {% set d = purchase_derivatives().first[p] %}
    {{ return(d[0] ~ ' + alive_share * (' ~ d[1] ~ ') + gone_share * (' ~ d[2] ~ ')') }}
{% endmacro %}

{#- The second derivative by two parameters. -#}
{% macro purchase_curve(p, q) %}
    {% set first, second = purchase_derivatives().first, purchase_derivatives().second %}
    {% set d = second.get((p, q), ['0', '0', '0']) %}
    {% set mean = [] %}
    {% for one in [p, q] %}
        {% do mean.append(
            '(alive_share * (' ~ first[one][1] ~ ') + gone_share * (' ~ first[one][2] ~ '))'
        ) %}
    {% endfor %}
    {{ return(
        d[0] ~ ' + alive_share * (' ~ d[1] ~ ' + (' ~ first[p][1] ~ ') * (' ~ first[q][1] ~ '))'
        ~ ' + gone_share * (' ~ d[2] ~ ' + (' ~ first[p][2] ~ ') * (' ~ first[q][2] ~ '))'
        ~ ' - ' ~ mean | join(' * ')
    ) }}
{% endmacro %}

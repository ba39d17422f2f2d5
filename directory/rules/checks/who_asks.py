"""NB5: the receiver does not depend on who asks, nor on where the referral has been.

If it did, a family that is turned away could be sent to whoever gets another answer. So no condition has the key
`from`; shape.py refuses it. Who asks may only change `how` one reaches the receiver. (The second return of one question
is the one exception: it is a fact, and has a stage of its own.)

To mend: remove `from`, and say in `how` what differs between those who ask.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, from: [guardian, school]}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, from: [guardian, school]}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, when: {from: school}, to: clinic, because: The school asks}]
"""

NAME = "NB5"  # shape.py finds it: a condition has no key for who asks

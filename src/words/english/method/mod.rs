//! Words of the room `method`: rules and judgements.

//! The names that programs give to their arrays.

/// What stands within the names of weights and of biases.
const WITHIN: [(&str, bool); 7] = [
    ("weight", false),
    ("kernel", false),
    ("coef", false),
    ("가중치", false),
    ("bias", true),
    ("intercept", true),
    ("편향", true),
];

/// Whether an array of this name, in lower case, has biases, not weights: `b2`, `self.b2`, `bh`, `hidden_bias`, `2.bias`,
/// `dense/bias:0`. `None` where the name does not say.
pub fn is_of_biases(name: &[u8]) -> Option<bool> {
    for (word, is_bias) in WITHIN {
        if name.windows(word.len()).any(|part| part == word.as_bytes()) {
            return Some(is_bias);
        }
    }
    name.split(|&byte| byte == b'.').find_map(|part| match part {
        [letter @ (b'w' | b'b')]
        | [letter @ (b'w' | b'b'), b'0'..=b'9' | b'_', ..]
        | [letter @ (b'w' | b'b'), b'h' | b'o'] => Some(*letter == b'b'),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_an_array_holds() {
        for name in
            ["w", "w1", "w_out", "self.w1", "wh", "theta_weights", "0.weight", "dense/kernel:0", "coefs_", "가중치"]
        {
            assert_eq!(is_of_biases(name.as_bytes()), Some(false), "{name}");
        }
        for name in ["b", "b1", "b_out", "net.b2", "bo", "hidden_bias", "2.bias", "intercepts_", "편향"] {
            assert_eq!(is_of_biases(name.as_bytes()), Some(true), "{name}");
        }
        for name in ["best_w1", "before", "by", "array", "layer1", "", "0.5"] {
            assert_eq!(is_of_biases(name.as_bytes()), None, "{name}");
        }
    }
}

//! What programs print, and what is read of it.

use super::*;
use alloc::vec;
use proptest::prelude::*;

fn read(text: &str) -> Option<Value> {
    arrays(text, |number| number.parse().ok())
}

/// W1, B1, W2, B2 of two hidden units; the biases as lists of numbers.
fn expected(w1: [[f64; 2]; 2], w2: &Value) -> Value {
    let rows = w1.iter().map(|row| Value::numbers(row)).collect();
    Value::List(vec![Value::List(rows), Value::numbers(&[5.0, 6.0]), w2.clone(), Value::numbers(&[9.0])])
}

#[test]
fn names_say_which_arrays_are_biases() {
    let column = Value::List(vec![Value::numbers(&[7.0]), Value::numbers(&[8.0])]);
    let wanted = expected([[0.1, -2.0], [3e-5, 4.0]], &column);
    for text in [
        "W1 = [[0.1 -2] [3e-5 4]] W2 = [[7] [8]] b1 = [[5] [6]] b2 = [[9]]",
        "b1: [5 6]\nb2: [9]\nW1: [[0.1 -2] [3e-5 4]]\nW2: [[7] [8]]",
        "{'W1': array([[0.1, -2], [3e-5, 4]]), 'W2': array([[7], [8]]), 'b1': array([[5, 6]]), 'b2': array([[9]])}",
        "syn0 = [[0.1 -2] [3e-5 4]] syn1 = [[7] [8]] hidden_bias = [[5 6]] output_bias = 9.0",
        "wh = [[0.1 -2] [3e-5 4]] bh = [5 6] wo = [[7] [8]] bo = np.float64(9)",
    ] {
        assert_eq!(read(text).as_ref(), Some(&wanted), "{text}");
    }
}

#[test]
fn an_array_of_one_number_may_be_the_number() {
    let ones = |numbers: &[f64]| Value::List(numbers.iter().map(|&number| Value::numbers(&[number])).collect());
    for text in [
        "w1 = [1.] b1 = 2 w2 = [3.] b2 = 4.",
        "W1: [1]\nW2: [3.0]\nb1: 2.0\nb2: np.float64(4.0)",
        "w [1.] b 2. w [3.0] b 4.0",
    ] {
        assert_eq!(read(text), Some(ones(&[1.0, 2.0, 3.0, 4.0])), "{text}");
    }
    for text in [
        "weights [1.] bias 2.0",
        "weights 1: [1] bias 1: [2]",
        "W (1, 1) [1] b (1,) [2] lr = 0.5",
        "b = 2, w = [1]",
        "p['W1'] [1.]\np['b1'] 2.0",
        "w(1) = [1] b(1) = 2 loss = 0.5",
        "w(1) = [1] b(1) = [2] 0.5",
    ] {
        assert_eq!(read(text), Some(ones(&[1.0, 2.0])), "{text}");
    }
}

#[test]
fn a_number_without_a_name_is_in_the_place_of_biases() {
    let wanted = Some(Value::List(vec![
        Value::List(vec![Value::numbers(&[1.0]), Value::numbers(&[2.0])]),
        Value::numbers(&[0.5]),
    ]));
    for text in [
        "[[1] [2]] 0.5",
        "[[1]\n [2]]\n0.5",
        "(array([[1], [2]]), 0.5)",
        "(array([[1], [2]]), np.float64(0.5))",
        "[[1] [2]] 0.5 0.25",
    ] {
        assert_eq!(read(text), wanted, "{text}");
    }
    let without = Some(Value::List(vec![Value::List(vec![Value::numbers(&[1.0]), Value::numbers(&[2.0])])]));
    for text in
        ["[[1] [2]] loss 0.5", "[[1] [2]] loss: 0.5", "0.5 [[1] [2]]", "[[1] [2]] (2, 1)", "lr = 0.5, w = [[1] [2]]"]
    {
        assert_eq!(read(text), without, "{text}");
    }
}

#[test]
fn names_are_words_of_their_own() {
    let column = Value::List(vec![Value::numbers(&[7.0]), Value::numbers(&[8.0])]);
    let wanted = expected([[1.0, 2.0], [3.0, 4.0]], &column);
    for text in [
        "W1.T [[1 2] [3 4]] W2.T [[7] [8]] b1.T [[5 6]] b2.T [[9]]",
        "coefs_[0] = [[1 2] [3 4]] coefs_[1] = [[7] [8]] intercepts_[0] = [5 6] intercepts_[1] = [9]",
    ] {
        assert_eq!(read(text).as_ref(), Some(&wanted), "{text}");
    }
    for text in ["both layers: [[1 2] [3 4]] [5 6]", "boundary [[1 2] [3 4]] below [5 6]"] {
        assert_eq!(read(text), read("[[1 2] [3 4]] [5 6]"), "{text}");
    }
}

#[test]
fn what_is_named_otherwise_than_its_place_is_refused() {
    for text in [
        "W1 = [[1] [2]] b1 = [3] b2 = [5]",
        "b1 = [1] b2 = [2]",
        "b1 = [1] [2] [3] [4]",
        "W1 = [[1 2] [3 4]] W2 = [[7] [8]] c1 = [5 6] c2 = [9]",
        "W1 = [[1 2] [3 4]] b1 = [5 6] W2 = [[7] [8]] W3 = [9]",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    // Both names are of all that follows.
    for text in [
        "Weights and biases: [[1 2]] [3]",
        "weights, biases = [array([[1, 2]]), array([3])]",
        "print(b1, W1)\n[[1 2]] [3]",
    ] {
        assert_eq!(read(text), read("[[1 2]] [3]"), "{text}");
    }
}

#[test]
fn weights_that_are_named_after_a_word_about_biases_are_all_weights() {
    for text in [
        "Linear(2, 2, bias=False)\n0.weight [[1 2] [3 4]]\n2.weight [[5 6]]",
        "without biases: W1 = [[1 2] [3 4]] W2 = [[5 6]]",
    ] {
        assert_eq!(read(text), read("[[1 2] [3 4]] [[5 6]]"), "{text}");
    }
}

#[test]
fn a_name_is_of_one_array() {
    let column = Value::List(vec![Value::numbers(&[7.0]), Value::numbers(&[8.0])]);
    let wanted = expected([[1.0, 2.0], [3.0, 4.0]], &column);
    assert_eq!(read("W1 [[1 2] [3 4]] b1 [[5] [6]] array([[7], [8]]) array([9])"), Some(wanted));
}

#[test]
fn what_libraries_print_around_arrays_is_passed_over() {
    let column = Value::List(vec![Value::numbers(&[7.0]), Value::numbers(&[8.0])]);
    let row = Value::List(vec![Value::numbers(&[7.0, 8.0])]);
    let (in_out, out_in) = ([[0.1, -2.0], [3e-5, 4.0]], [[0.1, 3e-5], [-2.0, 4.0]]);
    for text in [
        "In [4]: W1\nOut[4]:\narray([[0.1, -2.],\n       [3e-5, 4.]])\nOut[5]: array([5., 6.])\nOut[6]: array([[7.], [8.]])\nOut[7]: array([9.])",
        "w[0] = [[0.1 -2] [3e-5 4]]\nb[0] = [5 6]\nw[1] = [[7] [8]]\nb[1] = [9]",
        "params['W1'] = [[0.1 -2] [3e-5 4]] params[\"b1\"] = [5 6] params['W2'] = [[7] [8]] params['b2'] = [9]",
    ] {
        assert_eq!(read(text).as_ref(), Some(&expected(in_out, &column)), "{text}");
    }
    for text in [
        "OrderedDict([('0.weight', tensor([[0.1000, 3e-5],\n        [-2.0000, 4.0000]])), ('0.bias', tensor([5., 6.])), \
         ('2.weight', tensor([[7., 8.]])), ('2.bias', tensor([9.]))])",
        "[('0.weight', Parameter containing:\ntensor([[0.1, 3e-5], [-2., 4.]], requires_grad=True)), \
         ('0.bias', Parameter containing:\ntensor([5., 6.], requires_grad=True)), \
         ('2.weight', Parameter containing:\ntensor([[7., 8.]], requires_grad=True)), \
         ('2.bias', Parameter containing:\ntensor([9.], requires_grad=True))]",
        "[tensor([[0.1, 3e-5], [-2., 4.]], device='cuda:0'), tensor([5., 6.], device='cuda:0'), \
         tensor([[7., 8.]], device='cuda:0'), tensor([9.], device='cuda:0', requires_grad=True)]",
    ] {
        assert_eq!(read(text).as_ref(), Some(&expected(out_in, &row)), "{text}");
    }
}

#[test]
fn a_list_of_arrays_is_each_of_them() {
    let column = Value::List(vec![Value::numbers(&[7.0]), Value::numbers(&[8.0])]);
    let wanted = expected([[1.0, 2.0], [3.0, 4.0]], &column);
    for text in [
        // scikit-learn's, Nielsen's, Keras' of one layer after the other, layers as Python's objects, lists and tuples.
        "coefs_ = [array([[1., 2.],\n       [3., 4.]]), array([[7.],\n       [8.]])]\nintercepts_ = [array([5., 6.]), array([9.])]",
        "biases: [array([[5.], [6.]]), array([[9.]])]\nweights: [array([[1., 2.], [3., 4.]]), array([[7.], [8.]])]",
        "[array([[1., 2.], [3., 4.]], dtype=float32), array([5., 6.], dtype=float32)]\n\
         [array([[7.], [8.]], dtype=float32), array([9.], dtype=float32)]",
        "[{'b': array([5, 6]), 'w': array([[1, 2], [3, 4]])}, {'b': array([9]), 'w': array([[7], [8]])}]",
        "[{\"weights\": [[1, 2], [3, 4]], \"biases\": [5, 6]}, {\"weights\": [[7], [8]], \"biases\": [9]}]",
        "[[[[1, 2], [3, 4]], [5, 6]], [[[7], [8]], [9]]]",
        "[([[1, 2], [3, 4]], [5, 6]), ([[7], [8]], [9])]",
        "model weights: [[[1, 2], [3, 4]], [5, 6], [[7], [8]], [9]]",
    ] {
        assert_eq!(read(text).as_ref(), Some(&wanted), "{text}");
    }
    for text in ["[array([[1], [2]]), 0.5]", "[[0.5], [[1], [2]]]", "[array([[1], [2]]), array([3]), [[nan]]]"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn numbers_in_names_give_the_order() {
    let wanted = read("[[1 2] [3 4]] [5 6] [[7 8] [9 10]] [11 12] [[13] [14]] [15]");
    for text in [
        "W2 = [[7 8] [9 10]] W1 = [[1 2] [3 4]] W3 = [[13] [14]] b2 = [11 12] b1 = [5 6] b3 = 15.0",
        "W3 = [[13] [14]] b3 = [15] W2 = [[7 8] [9 10]] b2 = [11 12] W1 = [[1 2] [3 4]] b1 = [5 6]",
        "w1 = [[7 8] [9 10]] w0 = [[1 2] [3 4]] w2 = [[13] [14]] b2 = 15.0 b1 = [11 12] b0 = [5 6]",
        "8.weight [[7 8] [9 10]] 8.bias [11 12] 6.weight [[1 2] [3 4]] 6.bias [5 6] 10.weight [[13] [14]] 10.bias [15]",
        "hidden1_weights [[1 2] [3 4]] hidden2_weights [[7 8] [9 10]] output_weights [[13] [14]] \
         hidden1_bias [5 6] hidden2_bias [11 12] output_bias [15]",
    ] {
        assert_eq!(read(text), wanted, "{text}");
    }
    assert_eq!(read("W2 = [[3] [4]] W1 = [[1 2] [3 4]]"), read("[[1 2] [3 4]] [[3] [4]]"));
}

#[test]
fn what_is_no_number_is_refused_in_arrays_of_one_dimension_too() {
    for bad in ["nan", "inf", "\u{2026}", "...", "None", "- 3"] {
        for text in [format!("b2 = [9 {bad}]"), format!("[array([[1, 2], [3, 4]]), array([5., {bad}])]")] {
            assert_eq!(read(&text), None, "{text}");
        }
    }
    for text in ["[]", "b = []", "[nan]", "[[1 2] \u{2026} [3 4]]", "[1 2", "1 2]"] {
        assert_eq!(read(text), None, "{text}");
    }
}

/// Values are cloned and shown by recursion: as deep as this they would overflow the stack.
#[test]
fn lists_nested_beyond_any_array_are_refused() {
    assert_eq!(read(&("[".repeat(1 << 20) + " 1 2 " + &"]".repeat(1 << 20))), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(parts in prop::collection::vec(prop::sample::select(vec![
        "[", "[", "[", "]", "]", "]", "(", ")", "'", "\"", "=", ":", "#", "\n", ",", " ", " ", "1", "-2.5", "1e400", "...",
        "w1", "b2", "bias", "weight", "nan", "array(", "tensor(", "torch.Size(", "float64(", "\u{2212}", "\u{2026}", "편향",
    ]), 0..60)) {
        prop_assert!(matches!(read(&parts.concat()), None | Some(Value::List(_))));
    }
}
